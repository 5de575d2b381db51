/// The unsecured exchange of one handshake: addressing, acknowledgements, duplicates.
struct ReferenceExchange {
  /// A message sent that still waits for its acknowledgement.
  struct Unacknowledged {
    let counter: UInt32
    let datagram: [UInt8]
  }

  /// What is to be done with a message.
  enum Intake {
    case nothing
    case acknowledgeOnly
    case message
  }

  private let ephemeralNode: UInt64
  private let exchangeID: UInt16
  private let isInitiator: Bool
  private var seen: Set<UInt32> = []
  private(set) var unacknowledged: Unacknowledged?
  /// The counter of a message not yet acknowledged by us.
  private(set) var owed: UInt32?

  init(ephemeralNode: UInt64, exchangeID: UInt16, isInitiator: Bool) {
    self.ephemeralNode = ephemeralNode
    self.exchangeID = exchangeID
    self.isInitiator = isInitiator
  }

  /// Whether the other end of this exchange sent `message`. An initiator names itself as the
  /// source, a responder names the initiator as the destination.
  func matches(_ message: ReferenceMessage) -> Bool {
    message.exchangeID == exchangeID && message.isFromInitiator != isInitiator
      && (isInitiator ? message.destination : message.source) == ephemeralNode
  }

  mutating func take(_ message: ReferenceMessage) -> Intake {
    guard message.protocolID == 0 else { return .nothing }
    guard seen.insert(message.counter).inserted else {
      return message.wantsAcknowledgement ? .acknowledgeOnly : .nothing
    }
    if let acknowledged = message.acknowledged, acknowledged == unacknowledged?.counter {
      unacknowledged = nil
    }
    if message.opcode == 0x10 { return .nothing }
    // As the CHIP SDK does: a reply that does not acknowledge what it replies to has no effect.
    if unacknowledged != nil {
      return message.wantsAcknowledgement ? .acknowledgeOnly : .nothing
    }
    if message.wantsAcknowledgement { owed = message.counter }
    return .message
  }

  mutating func send(opcode: UInt8, _ payload: [UInt8], counter: UInt32) -> [UInt8] {
    let datagram = message(
      opcode: opcode, payload, counter: counter, acknowledged: owed, wantsAcknowledgement: true)
    owed = nil
    unacknowledged = Unacknowledged(counter: counter, datagram: datagram)
    return datagram
  }

  /// A standalone acknowledgement.
  func acknowledge(_ acknowledged: UInt32, counter: UInt32) -> [UInt8] {
    message(
      opcode: 0x10, [], counter: counter, acknowledged: acknowledged, wantsAcknowledgement: false)
  }

  /// The acknowledgement that no reply took along.
  mutating func acknowledgeOwed(counter: UInt32) -> [UInt8] {
    guard let acknowledged = owed else { preconditionFailure("an acknowledgement is owed") }
    owed = nil
    return acknowledge(acknowledged, counter: counter)
  }

  private func message(
    opcode: UInt8, _ payload: [UInt8], counter: UInt32, acknowledged: UInt32?,
    wantsAcknowledgement: Bool
  ) -> [UInt8] {
    ReferenceMessage(
      counter: counter, source: isInitiator ? ephemeralNode : nil,
      destination: isInitiator ? nil : ephemeralNode, isFromInitiator: isInitiator,
      wantsAcknowledgement: wantsAcknowledgement, acknowledged: acknowledged, opcode: opcode,
      exchangeID: exchangeID, payload: payload
    ).unsecured
  }
}
