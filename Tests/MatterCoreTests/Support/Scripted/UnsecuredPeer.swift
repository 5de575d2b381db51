import MatterBytes
import MatterWire

/// The unsecured side of a scripted peer: it sends what a test tells it to, right or wrong, and
/// reads what the node answers.
class UnsecuredPeer {
  /// What a message of the peer acknowledges.
  enum Acknowledging {
    /// The latest message of the node that asked for it.
    case latest
    case nothing
    case counter(UInt32)
  }

  let timed: TimedNode
  /// The peer's address.
  let address: UInt32
  let isInitiator: Bool
  var ephemeralNodeID: UInt64
  var exchange: UInt16
  /// The counter of the next message.
  var counter: UInt32
  /// The latest counter of the node that asked to be acknowledged.
  private(set) var latest: UInt32?
  /// All messages of the node, in order.
  private(set) var received: [WireMessage] = []

  init(
    _ timed: TimedNode, address: UInt32, isInitiator: Bool, ephemeralNodeID: UInt64,
    exchange: UInt16, counter: UInt32
  ) {
    self.timed = timed
    self.address = address
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
  /// - Returns: what was sent.
  @discardableResult
  func send(
    _ opcode: SecureChannelOpcode, _ payload: [UInt8] = [],
    acknowledging: Acknowledging = .latest, isReliable: Bool = true
  ) throws -> WireMessage {
    let message = message(
      opcode.rawValue, payload, acknowledging: acknowledging, isReliable: isReliable)
    try send(message)
    return message
  }

  func send(_ message: WireMessage) throws {
    try timed.deliver(message.unsecuredBytes, from: address)
  }

  @discardableResult
  func acknowledge(_ acknowledging: Acknowledging = .latest) throws -> WireMessage {
    try send(.standaloneAcknowledgement, acknowledging: acknowledging, isReliable: false)
  }

  @discardableResult
  func report(
    _ report: StatusReport, acknowledging: Acknowledging = .latest, isReliable: Bool = true
  ) throws -> WireMessage {
    try send(
      .statusReport, report.bytes, acknowledging: acknowledging, isReliable: isReliable)
  }

  /// What the node has sent since the last call; it must all be unsecured.
  @discardableResult
  func take() throws -> [WireMessage] {
    let fresh = try timed.takeSent().map { try WireMessage(unsecured: $0.bytes) }
    for message in fresh {
      received.append(message)
      if message.exchange.needsAcknowledgement { latest = message.counter }
    }
    return fresh
  }

  private func acknowledged(_ acknowledging: Acknowledging) -> UInt32? {
    switch acknowledging {
    case .latest: latest
    case .nothing: nil
    case .counter(let counter): counter
    }
  }
}

extension StatusReport {
  var bytes: [UInt8] {
    var bytes = BoundedBytes<10>()
    write(into: &bytes)
    return bytes.array
  }
}
