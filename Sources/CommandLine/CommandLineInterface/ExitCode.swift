/// How a run of the tool ended, as its exit status.
package enum ExitCode: Int32, Sendable, CaseIterable {
  case done = 0
  /// The handshake or the check that was asked for failed.
  case failed = 1
  /// The command line was wrong; nothing was done.
  case usage = 2
  /// The core process ended before it should have.
  case coreLost = 3
  /// A replayed trace gave other outputs than the recorded ones.
  case replayDiffers = 4
  /// Nobody reads the output any more. The status that a shell shows for a tool ended by SIGPIPE,
  /// so that `matter-sim … | head -1` ends quietly and is still not taken for a success.
  case outputClosed = 141
}
