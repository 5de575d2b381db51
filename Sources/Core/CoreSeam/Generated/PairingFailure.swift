// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// Why a PASE handshake ended without a session.
public enum PairingFailure: Error, Equatable, Sendable {
  /// The confirmation of the peer does not match: it used another passcode.
  case wrongPasscode
  /// The peer ended the handshake with this status report of the secure channel.
  case peerReported(generalCode: UInt16, protocolCode: UInt16)
  /// The peer is busy, and said how long to wait or did not.
  case busy(minimumWaitMilliseconds: UInt16?)
  /// All transmissions of a message went unacknowledged.
  case noAcknowledgement
  /// The peer acknowledged a message and then did not answer it in time.
  case responseTimeout
  /// The handshake was not done within its 60 s.
  case handshakeTimeout
  /// A handshake message of the peer could not be read, or holds a value out of range.
  case malformedMessage(opcode: UInt8)
  /// The peer sent a message of session establishment that is not the next one.
  case unexpectedMessage(opcode: UInt8)
  /// The PBKDFParamResponse answers another request: it echoes another random.
  case randomMismatch
  /// The commissioner asked for a passcode other than number 0.
  case unsupportedPasscodeID
  /// A share of the peer is no valid point of P-256, or leads to the point at infinity.
  case invalidPoint
  /// The entropy pool could not give what the handshake needs.
  case insufficientEntropy
  /// All exchanges are in use.
  case noResources
  /// The commissioning window closed before the handshake was done.
  case windowClosed
}

extension PairingFailure: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    switch self {
    case .wrongPasscode:
      try output.append(0)
    case .peerReported(let generalCode, let protocolCode):
      try output.append(1)
      try generalCode.encode(into: &output)
      try protocolCode.encode(into: &output)
    case .busy(let minimumWaitMilliseconds):
      try output.append(2)
      try minimumWaitMilliseconds.encode(into: &output)
    case .noAcknowledgement:
      try output.append(3)
    case .responseTimeout:
      try output.append(4)
    case .handshakeTimeout:
      try output.append(5)
    case .malformedMessage(let opcode):
      try output.append(6)
      try opcode.encode(into: &output)
    case .unexpectedMessage(let opcode):
      try output.append(7)
      try opcode.encode(into: &output)
    case .randomMismatch:
      try output.append(8)
    case .unsupportedPasscodeID:
      try output.append(9)
    case .invalidPoint:
      try output.append(10)
    case .insufficientEntropy:
      try output.append(11)
    case .noResources:
      try output.append(12)
    case .windowClosed:
      try output.append(13)
    }
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    switch try UInt8(from: &reader) {
    case 0: self = .wrongPasscode
    case 1:
      self = try .peerReported(
        generalCode: UInt16(from: &reader), protocolCode: UInt16(from: &reader))
    case 2: self = try .busy(minimumWaitMilliseconds: Optional<UInt16>(from: &reader))
    case 3: self = .noAcknowledgement
    case 4: self = .responseTimeout
    case 5: self = .handshakeTimeout
    case 6: self = try .malformedMessage(opcode: UInt8(from: &reader))
    case 7: self = try .unexpectedMessage(opcode: UInt8(from: &reader))
    case 8: self = .randomMismatch
    case 9: self = .unsupportedPasscodeID
    case 10: self = .invalidPoint
    case 11: self = .insufficientEntropy
    case 12: self = .noResources
    case 13: self = .windowClosed
    default: throw .unknownCase
    }
  }
}
