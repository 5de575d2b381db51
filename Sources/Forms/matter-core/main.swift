import CorePump
import Glibc

// A reader that has gone shows as EPIPE instead of ending the process.
_ = signal(SIGPIPE, SIG_IGN)

// The host may ask to be told when each step has ended.
var pump = FramePump(reportsSteps: CommandLine.arguments.dropFirst().first == "--report-steps")
let ending = pump.run(read: StandardPipes.read, write: StandardPipes.write)
if let message = ending.message {
  // If this cannot be written either, the exit status still tells.
  _ = unsafe write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
}
exit(ending.status)
