/// An established PASE session, seen from one of its ends.
package struct ReferenceSession {
  /// This end's id: the one in messages that it receives.
  package let localID: UInt16
  package let peerID: UInt16
  package let keys: ReferenceSessionKeys

  private let isInitiator: Bool
  private var nextCounter: UInt32
  private var nextExchangeID: UInt16
  private var seen: Set<UInt32> = []
  private(set) var unacknowledged: ReferenceExchange.Unacknowledged?

  init(
    localID: UInt16, peerID: UInt16, keys: ReferenceSessionKeys, isInitiator: Bool,
    firstCounter: UInt32, firstExchangeID: UInt16
  ) {
    self.localID = localID
    self.peerID = peerID
    self.keys = keys
    self.isInitiator = isInitiator
    nextCounter = firstCounter
    nextExchangeID = firstExchangeID
  }

  /// Whether the peer has acknowledged all it was asked to.
  package var isSettled: Bool { unacknowledged == nil }

  /// A message that opens an exchange.
  mutating func open(
    protocolID: UInt16, opcode: UInt8, _ payload: [UInt8], wantsAcknowledgement: Bool,
    crypto: ReferenceCrypto
  ) throws(ReferenceError) -> [UInt8] {
    defer { nextExchangeID &+= 1 }
    let counter = nextCounter
    let datagram = try seal(
      isFromInitiator: true, wantsAcknowledgement: wantsAcknowledgement, acknowledged: nil,
      opcode: opcode, exchangeID: nextExchangeID, protocolID: protocolID, payload, crypto: crypto)
    if wantsAcknowledgement { unacknowledged = .init(counter: counter, datagram: datagram) }
    return datagram
  }

  /// The message in `datagram`, unless it came before or only acknowledges, and what to send back.
  mutating func receive(
    _ datagram: [UInt8], crypto: ReferenceCrypto
  ) throws(ReferenceError) -> (message: ReferenceMessage?, reply: [[UInt8]]) {
    guard try ReferenceMessage.sessionID(of: datagram) == localID else { return (nil, []) }
    let message = try ReferenceMessage(sealed: datagram, key: receivingKey, crypto: crypto)
    let isNew = seen.insert(message.counter).inserted
    if isNew, let acknowledged = message.acknowledged, acknowledged == unacknowledged?.counter {
      unacknowledged = nil
    }
    var reply: [[UInt8]] = []
    if message.wantsAcknowledgement {
      reply.append(
        try seal(
          isFromInitiator: !message.isFromInitiator, wantsAcknowledgement: false,
          acknowledged: message.counter, opcode: 0x10, exchangeID: message.exchangeID,
          protocolID: 0, [], crypto: crypto))
    }
    let isAcknowledgement = message.protocolID == 0 && message.opcode == 0x10
    return (isNew && !isAcknowledgement ? message : nil, reply)
  }

  private var sendingKey: [UInt8] {
    isInitiator ? keys.initiatorToResponder : keys.responderToInitiator
  }

  private var receivingKey: [UInt8] {
    isInitiator ? keys.responderToInitiator : keys.initiatorToResponder
  }

  private mutating func seal(
    isFromInitiator: Bool, wantsAcknowledgement: Bool, acknowledged: UInt32?, opcode: UInt8,
    exchangeID: UInt16, protocolID: UInt16, _ payload: [UInt8], crypto: ReferenceCrypto
  ) throws(ReferenceError) -> [UInt8] {
    defer { nextCounter += 1 }
    return try ReferenceMessage(
      sessionID: peerID, counter: nextCounter, isFromInitiator: isFromInitiator,
      wantsAcknowledgement: wantsAcknowledgement, acknowledged: acknowledged, opcode: opcode,
      exchangeID: exchangeID, protocolID: protocolID, payload: payload
    ).sealed(key: sendingKey, crypto: crypto)
  }
}
