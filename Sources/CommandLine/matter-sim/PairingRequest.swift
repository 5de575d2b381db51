import CommandLineInterface
import HostShell
import MatterCrypto
import Onboarding
import TraceFormat

/// With which device to pair, put together from the operand and the options of `pair`.
struct PairingRequest {
  let address: NetworkAddress
  let passcode: Passcode

  /// - Throws: which of address and passcode is missing, or given twice.
  init(_ arguments: Arguments) throws(CommandFailure) {
    switch arguments[PairCommand.target] {
    case .address(let address):
      guard arguments[PairCommand.address] == nil else {
        throw Self.wrong("--address is given, but the address stands already before it")
      }
      self.address = address
      passcode = try Self.passcode(arguments)
    case .code(let code):
      guard arguments[PairCommand.code] == nil else {
        throw Self.wrong("--code is given, but a code stands already before it")
      }
      guard arguments[SharedOptions.passcode] == nil else {
        throw Self.wrong("--passcode is given, but the code holds one already")
      }
      guard let address = arguments[PairCommand.address] else {
        throw Self.wrong(
          "--address ADDRESS is missing: a code does not tell where the device is")
      }
      self.address = address
      passcode = try Self.passcode(of: code)
    }
  }

  private static func passcode(_ arguments: Arguments) throws(CommandFailure) -> Passcode {
    switch (arguments[SharedOptions.passcode], arguments[PairCommand.code]) {
    case (.some(let passcode), .none): return passcode
    case (.none, .some(let code)): return try Self.passcode(of: code)
    case (.none, .none): throw wrong("--passcode NUMBER is missing, or --code CODE")
    case (.some, .some): throw wrong("--passcode and --code are given; one of them is enough")
    }
  }

  private static func passcode(of code: SetupCode) throws(CommandFailure) -> Passcode {
    switch code {
    case .manual(let code): return code.passcode
    case .qr(let code):
      guard code.payloads.count == 1 else {
        throw wrong("the QR code is of \(code.payloads.count) devices; give that of one")
      }
      return code.payloads[0].passcode
    }
  }

  private static func wrong(_ message: String) -> CommandFailure {
    CommandFailure(message, exitCode: .usage)
  }
}

extension NetworkAddress {
  /// Looks the host up.
  func resolve() throws(CommandFailure) -> PeerAddress {
    let text =
      switch host {
      case .ipv6(let address, let scope): address + (scope.map { "%" + $0 } ?? "")
      case .ipv4(let text), .name(let text): text
      }
    do throws(ResolutionError) {
      return try PeerAddress.resolve(host: text, port: port)
    } catch {
      throw CommandFailure("\(error)", exitCode: .usage)
    }
  }
}
