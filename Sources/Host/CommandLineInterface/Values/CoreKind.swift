/// Which build of the verified core a party runs.
package enum CoreKind: String, CaseIterable, Sendable {
  /// The process `matter-core`.
  case native
  /// The core as a library, in the host's own process.
  case inprocess
}
