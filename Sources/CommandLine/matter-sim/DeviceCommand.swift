import CommandLineInterface
import HostShell
import Onboarding

/// `matter-sim device`: a device that can be commissioned.
enum DeviceCommand {
  static let command = Command(
    name: "device",
    summary: "be a device that can be commissioned",
    options: [
      port, DeviceOptions.passcode, DeviceOptions.discriminator, DeviceOptions.iterations,
      SharedOptions.salt, window, once, DeviceOptions.vendor, DeviceOptions.product,
      SharedOptions.seed, SharedOptions.core,
    ] + Recording.options,
    example: "matter-sim device --port 5540 --passcode 20202021 --discriminator 3840"
  ) { arguments, console in
    try DeviceRun(arguments, console: console).run()
  }

  static let port = Option(
    "port", value: "NUMBER", summary: "the UDP port to listen on; 0 for any that is free",
    parser: .integer("a port", in: UInt16(0)...65_535)
  ).defaulting(to: NetworkAddress.defaultPort, shownAs: "5540")

  static let window = Option(
    "window", value: "SECONDS", summary: "how long the commissioning window is open, 180 to 900",
    parser: .integer("a window", in: UInt16(180)...900)
  ).defaulting(to: 900, shownAs: "900")

  static let once = Flag(
    "once", summary: "end when the first session is closed, or the window without a session")
}
