import CommandLineInterface
import HostShell
import Onboarding

/// `matter-sim pair`: a commissioner for one device.
enum PairCommand {
  static let command = Command(
    name: "pair",
    summary: "pair with a device, have a message sent back if wanted, and close the session",
    options: [
      SharedOptions.passcode, code, address, message, timeout, SharedOptions.seed,
      SharedOptions.core,
    ] + Recording.options,
    operand: target,
    example: "matter-sim pair [::1]:5540 --passcode 20202021 --message hello"
  ) { arguments, console in
    let device = try PairingRequest(arguments)
    return try PairRun(device, arguments, console: console).run()
  }

  static let target = Operand(
    "ADDRESS|CODE",
    summary: "[::1]:5541, [fe80::1%eth0], 127.0.0.1:5540, a host name; or a QR or manual code",
    parser: .pairingTarget)

  static let code = Option(
    "code", value: "CODE", summary: "the device's QR or manual code, instead of --passcode",
    parser: .setupCode)

  static let address = Option(
    "address", value: "ADDRESS", summary: "where the device is, if a code is given first",
    parser: .networkAddress)

  static let message = Option(
    "message", value: "TEXT", summary: "an echo request to send, at most 1178 bytes",
    parser: .message)

  static let timeout = Option(
    "timeout", value: "SECONDS", summary: "how long all of it may take, 1 to 3600",
    parser: .integer("a timeout", in: UInt32(1)...3600)
  ).defaulting(to: 90, shownAs: "90")
}

extension ValueParser<NetworkAddress> {
  fileprivate static let networkAddress = ValueParser { (text) throws(ValueProblem) in
    do throws(AddressError) {
      return try NetworkAddress(parsing: text)
    } catch {
      throw ValueProblem(error.message)
    }
  }
}

extension ValueParser<[UInt8]> {
  /// A text that fits one message.
  fileprivate static let message = ValueParser { (text) throws(ValueProblem) in
    guard text.utf8.count <= 1178 else {
      throw ValueProblem("a message has at most 1178 bytes, this has \(text.utf8.count)")
    }
    return Array(text.utf8)
  }
}
