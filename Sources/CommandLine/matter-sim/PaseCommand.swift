import CommandLineInterface
import HostShell
import Onboarding

/// `matter-sim pase`: both parties of a handshake, and every message between them.
enum PaseCommand {
  static let command = Command(
    name: "pase",
    summary: "pair a commissioner and a device over loopback UDP, and show every message",
    options: [
      DeviceOptions.passcode, DeviceOptions.discriminator, DeviceOptions.iterations,
      SharedOptions.salt,
    ] + FaultOptions.all + Recording.options + [
      Recording.separate, SharedOptions.seed, SharedOptions.core,
    ],
    example: "matter-sim pase --drop 0.2 --seed 7"
  ) { arguments, console in
    try PaseRun(arguments, console: console).run()
  }
}
