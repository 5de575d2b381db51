public import CoreSeam
import MatterCore
import MatterWire

extension PairingFailure {
  /// What went wrong, for people: half a line.
  /// - Parameters:
  ///   - role: the side on which the failure was noticed.
  ///   - step: how far the handshake had come, if that is known.
  public func explanation(for role: Role, after step: HandshakeStep? = nil) -> String {
    if role == .responder && step == .pake2Sent && self == Self.invalidParameterReported {
      // Pake2 is where a commissioner sees that its passcode is not the device's.
      return Self.wrongPasscode.explanation(for: .responder)
    }
    return explanation(at: role)
  }

  private func explanation(at role: Role) -> String {
    switch self {
    case .wrongPasscode:
      switch role {
      case .initiator: "wrong passcode: the device was set up with another one"
      case .responder: "the commissioner used another passcode"
      }
    case .peerReported(let general, let code): Self.explanation(of: general, code, for: role)
    case .busy(.none): "the device is busy"
    case .busy(.some(let wait)): "the device is busy and asks to wait \(wait) ms"
    case .noAcknowledgement:
      "\(role.otherSide) does not answer: no transmission of a message was acknowledged"
    case .responseTimeout: "\(role.otherSide) acknowledged a message but did not answer it in time"
    case .handshakeTimeout:
      "the handshake was not done within \(Limits.handshakeMicroseconds / 1_000_000) s"
    case .malformedMessage(let opcode):
      "\(role.otherSide) sent a \(Self.name(of: opcode)) that is not valid"
    case .unexpectedMessage(let opcode):
      "\(role.otherSide) sent a \(Self.name(of: opcode)) out of turn"
    case .randomMismatch: "the device answered another request: it sent back another random number"
    case .unsupportedPasscodeID: "the commissioner asked for another passcode than number 0"
    case .invalidPoint: "\(role.otherSide) sent a point that is not valid on the curve"
    case .insufficientEntropy: "the core had too little entropy"
    case .noResources: "all exchanges of this node are in use"
    case .windowClosed: "the commissioning window closed"
    }
  }

  private static var invalidParameterReported: PairingFailure {
    .peerReported(
      generalCode: GeneralCode.failure.rawValue,
      protocolCode: SecureChannelStatusCode.invalidParameter.rawValue)
  }

  private static func explanation(
    of general: UInt16, _ code: UInt16, for role: Role
  ) -> String {
    let status = SecureChannelStatusCode(rawValue: code).map { "\($0.name)" } ?? "\(code)"
    let general = GeneralCode(general).name.map { "\($0)" } ?? "\(general)"
    return "\(role.otherSide) reported \(status) (\(general))"
  }

  private static func name(of opcode: UInt8) -> String {
    MessageName.of(protocolID: 0, opcode: opcode)
  }
}

extension Role {
  fileprivate var otherSide: String {
    switch self {
    case .initiator: "the device"
    case .responder: "the commissioner"
    }
  }
}
