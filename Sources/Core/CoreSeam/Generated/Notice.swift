// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// News from the core for the host application.
public enum Notice: Equatable, Sendable {
  /// The commissioning window is open until this time.
  case windowOpened(untilMicroseconds: UInt64)
  /// The commissioning window has closed.
  case windowClosed(WindowClosure)
  /// A handshake has come one step further.
  case handshakeProgress(role: Role, peer: PeerHandle, step: HandshakeStep)
  /// PASE is done, and the session ready.
  case sessionEstablished(EstablishedSession)
  /// A handshake failed. `failedAttempts` counts those of this window, for a responder.
  case pairingFailed(role: Role, peer: PeerHandle, failure: PairingFailure, failedAttempts: UInt8)
  /// An application message has arrived.
  case messageReceived(ReceivedMessage)
  /// What became of a message that the application sent.
  case delivery(token: UInt32, exchange: ExchangeReference, outcome: DeliveryOutcome)
  /// A secure session has ended.
  case sessionClosed(session: UInt16, reason: SessionClosure)
  /// The core did not act on an input.
  case inputRejected(InputRejection)
  /// A message went out or came in.
  case messageProcessed(MessageReport)
}

extension Notice: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    switch self {
    case .windowOpened(let untilMicroseconds):
      try output.append(0)
      try untilMicroseconds.encode(into: &output)
    case .windowClosed(let value):
      try output.append(1)
      try value.encode(into: &output)
    case .handshakeProgress(let role, let peer, let step):
      try output.append(2)
      try role.encode(into: &output)
      try peer.encode(into: &output)
      try step.encode(into: &output)
    case .sessionEstablished(let value):
      try output.append(3)
      try value.encode(into: &output)
    case .pairingFailed(let role, let peer, let failure, let failedAttempts):
      try output.append(4)
      try role.encode(into: &output)
      try peer.encode(into: &output)
      try failure.encode(into: &output)
      try failedAttempts.encode(into: &output)
    case .messageReceived(let value):
      try output.append(5)
      try value.encode(into: &output)
    case .delivery(let token, let exchange, let outcome):
      try output.append(6)
      try token.encode(into: &output)
      try exchange.encode(into: &output)
      try outcome.encode(into: &output)
    case .sessionClosed(let session, let reason):
      try output.append(7)
      try session.encode(into: &output)
      try reason.encode(into: &output)
    case .inputRejected(let value):
      try output.append(8)
      try value.encode(into: &output)
    case .messageProcessed(let value):
      try output.append(9)
      try value.encode(into: &output)
    }
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    switch try UInt8(from: &reader) {
    case 0: self = try .windowOpened(untilMicroseconds: UInt64(from: &reader))
    case 1: self = try .windowClosed(WindowClosure(from: &reader))
    case 2:
      self = try .handshakeProgress(
        role: Role(from: &reader), peer: PeerHandle(from: &reader),
        step: HandshakeStep(from: &reader))
    case 3: self = try .sessionEstablished(EstablishedSession(from: &reader))
    case 4:
      self = try .pairingFailed(
        role: Role(from: &reader), peer: PeerHandle(from: &reader),
        failure: PairingFailure(from: &reader), failedAttempts: UInt8(from: &reader))
    case 5: self = try .messageReceived(ReceivedMessage(from: &reader))
    case 6:
      self = try .delivery(
        token: UInt32(from: &reader), exchange: ExchangeReference(from: &reader),
        outcome: DeliveryOutcome(from: &reader))
    case 7:
      self = try .sessionClosed(
        session: UInt16(from: &reader), reason: SessionClosure(from: &reader))
    case 8: self = try .inputRejected(InputRejection(from: &reader))
    case 9: self = try .messageProcessed(MessageReport(from: &reader))
    default: throw .unknownCase
    }
  }
}
