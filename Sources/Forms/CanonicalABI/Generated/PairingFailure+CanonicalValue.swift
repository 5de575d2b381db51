// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension PairingFailure: CanonicalValue {
  public static var slotCount: Int { 3 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    let end = reader.index + Self.slotCount
    switch reader.readSlot() {
    case 0: self = .wrongPasscode
    case 1:
      self = try .peerReported(
        generalCode: UInt16(lifting: &reader), protocolCode: UInt16(lifting: &reader))
    case 2: self = try .busy(minimumWaitMilliseconds: Optional<UInt16>(lifting: &reader))
    case 3: self = .noAcknowledgement
    case 4: self = .responseTimeout
    case 5: self = .handshakeTimeout
    case 6: self = try .malformedMessage(opcode: UInt8(lifting: &reader))
    case 7: self = try .unexpectedMessage(opcode: UInt8(lifting: &reader))
    case 8: self = .randomMismatch
    case 9: self = .unsupportedPasscodeID
    case 10: self = .invalidPoint
    case 11: self = .insufficientEntropy
    case 12: self = .noResources
    case 13: self = .windowClosed
    default: throw .unknownCase
    }
    reader.skip(to: end)
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    let end = writer.values.count + Self.slotCount
    switch self {
    case .wrongPasscode:
      writer.append(0)
    case .peerReported(let generalCode, let protocolCode):
      writer.append(1)
      try generalCode.lower(into: &writer)
      try protocolCode.lower(into: &writer)
    case .busy(let minimumWaitMilliseconds):
      writer.append(2)
      try minimumWaitMilliseconds.lower(into: &writer)
    case .noAcknowledgement:
      writer.append(3)
    case .responseTimeout:
      writer.append(4)
    case .handshakeTimeout:
      writer.append(5)
    case .malformedMessage(let opcode):
      writer.append(6)
      try opcode.lower(into: &writer)
    case .unexpectedMessage(let opcode):
      writer.append(7)
      try opcode.lower(into: &writer)
    case .randomMismatch:
      writer.append(8)
    case .unsupportedPasscodeID:
      writer.append(9)
    case .invalidPoint:
      writer.append(10)
    case .insufficientEntropy:
      writer.append(11)
    case .noResources:
      writer.append(12)
    case .windowClosed:
      writer.append(13)
    }
    writer.pad(to: end)
  }
}
