// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension Notice: CanonicalValue {
  public static var slotCount: Int { 14 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    let end = reader.index + Self.slotCount
    switch reader.readSlot() {
    case 0: self = try .windowOpened(untilMicroseconds: UInt64(lifting: &reader))
    case 1: self = try .windowClosed(WindowClosure(lifting: &reader))
    case 2:
      self = try .handshakeProgress(
        role: Role(lifting: &reader), peer: PeerHandle(lifting: &reader),
        step: HandshakeStep(lifting: &reader))
    case 3: self = try .sessionEstablished(EstablishedSession(lifting: &reader))
    case 4:
      self = try .pairingFailed(
        role: Role(lifting: &reader), peer: PeerHandle(lifting: &reader),
        failure: PairingFailure(lifting: &reader), failedAttempts: UInt8(lifting: &reader))
    case 5: self = try .messageReceived(ReceivedMessage(lifting: &reader))
    case 6:
      self = try .delivery(
        token: UInt32(lifting: &reader), exchange: ExchangeReference(lifting: &reader),
        outcome: DeliveryOutcome(lifting: &reader))
    case 7:
      self = try .sessionClosed(
        session: UInt16(lifting: &reader), reason: SessionClosure(lifting: &reader))
    case 8: self = try .inputRejected(InputRejection(lifting: &reader))
    case 9: self = try .messageProcessed(MessageReport(lifting: &reader))
    default: throw .unknownCase
    }
    reader.skip(to: end)
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    let end = writer.values.count + Self.slotCount
    switch self {
    case .windowOpened(let untilMicroseconds):
      writer.append(0)
      try untilMicroseconds.lower(into: &writer)
    case .windowClosed(let value):
      writer.append(1)
      try value.lower(into: &writer)
    case .handshakeProgress(let role, let peer, let step):
      writer.append(2)
      try role.lower(into: &writer)
      try peer.lower(into: &writer)
      try step.lower(into: &writer)
    case .sessionEstablished(let value):
      writer.append(3)
      try value.lower(into: &writer)
    case .pairingFailed(let role, let peer, let failure, let failedAttempts):
      writer.append(4)
      try role.lower(into: &writer)
      try peer.lower(into: &writer)
      try failure.lower(into: &writer)
      try failedAttempts.lower(into: &writer)
    case .messageReceived(let value):
      writer.append(5)
      try value.lower(into: &writer)
    case .delivery(let token, let exchange, let outcome):
      writer.append(6)
      try token.lower(into: &writer)
      try exchange.lower(into: &writer)
      try outcome.lower(into: &writer)
    case .sessionClosed(let session, let reason):
      writer.append(7)
      try session.lower(into: &writer)
      try reason.lower(into: &writer)
    case .inputRejected(let value):
      writer.append(8)
      try value.lower(into: &writer)
    case .messageProcessed(let value):
      writer.append(9)
      try value.lower(into: &writer)
    }
    writer.pad(to: end)
  }
}
