import MatterBytes
import MatterWire

/// The unsecured side of a hostile peer: it sends what the scenario tells it to, right or wrong,
/// and reads what the core answers.
class UnsecuredPeer {
  /// What a message of the peer acknowledges.
  enum Acknowledging {
    /// The latest message of the core that asked for it.
    case latest
    case nothing
    case counter(UInt32)
  }

  let stage: Stage
  /// The peer's port.
  var port: UInt16
  let isInitiator: Bool
  var ephemeralNodeID: UInt64
  var exchange: UInt16
  /// The counter of the next message.
  var counter: UInt32
  /// All messages of the core, in order.
  private(set) var received: [WireMessage] = []
  private var latest: UInt32?

  init(
    _ stage: Stage, port: UInt16, isInitiator: Bool, ephemeralNodeID: UInt64, exchange: UInt16,
    counter: UInt32
  ) {
    self.stage = stage
    self.port = port
    self.isInitiator = isInitiator
    self.ephemeralNodeID = ephemeralNodeID
    self.exchange = exchange
    self.counter = counter
  }

  /// A message of the peer, not sent yet; it takes the next counter.
  func message(
    _ opcode: UInt8, _ payload: [UInt8] = [], protocolID: ProtocolID = .secureChannel,
    acknowledging: Acknowledging = .latest, isReliable: Bool = true
  ) -> WireMessage {
    defer { counter &+= 1 }
    let id = NodeID(ephemeralNodeID)
    return WireMessage(
      header: MessageHeader(
        sessionID: 0, messageCounter: counter, source: isInitiator ? id : nil,
        destination: isInitiator ? nil : id),
      exchange: ProtocolHeader(
        exchangeID: exchange, opcode: opcode, protocolID: protocolID,
        isFromInitiator: isInitiator, needsAcknowledgement: isReliable,
        acknowledgedCounter: acknowledged(acknowledging)),
      payload: payload)
  }

  /// Sends a message of the secure channel.
  @discardableResult
  func send(
    _ opcode: SecureChannelOpcode, _ payload: [UInt8] = [],
    acknowledging: Acknowledging = .latest, isReliable: Bool = true
  ) -> WireMessage {
    let message = message(
      opcode.rawValue, payload, acknowledging: acknowledging, isReliable: isReliable)
    send(message)
    return message
  }

  func send(_ message: WireMessage) {
    stage.deliver(message.unsecuredBytes, from: port)
  }

  func acknowledge(_ acknowledging: Acknowledging = .latest) {
    send(.standaloneAcknowledgement, acknowledging: acknowledging, isReliable: false)
  }

  func report(
    _ report: StatusReport, acknowledging: Acknowledging = .latest, isReliable: Bool = true
  ) {
    send(.statusReport, report.bytes, acknowledging: acknowledging, isReliable: isReliable)
  }

  /// What the core has sent since the last call; secure messages are left out.
  @discardableResult
  func take() throws -> [WireMessage] {
    let fresh = try stage.take().filter { $0.bytes[1] == 0 && $0.bytes[2] == 0 }
      .map { try WireMessage(unsecured: $0.bytes) }
    for message in fresh {
      received.append(message)
      if message.exchange.needsAcknowledgement { latest = message.header.messageCounter }
    }
    return fresh
  }

  /// Acknowledges what the core waits for, so that its exchange is free.
  func settle() throws {
    try take()
    acknowledge()
  }

  /// The latest message of the core of this kind, if it has sent one since the last `take`.
  func take(_ opcode: SecureChannelOpcode) throws -> WireMessage {
    guard let message = try take().last(where: { $0.opcode == opcode }) else {
      throw UnexpectedTurn.missing(opcode)
    }
    return message
  }

  private func acknowledged(_ acknowledging: Acknowledging) -> UInt32? {
    switch acknowledging {
    case .latest: latest
    case .nothing: nil
    case .counter(let counter): counter
    }
  }
}

/// A scenario does not go as it is written.
enum UnexpectedTurn: Error {
  /// The core did not send the message that the scenario waits for.
  case missing(SecureChannelOpcode)
  case noSession
}
