import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire
import Testing

/// The secure side of a scripted peer: it encrypts whatever a test wants, under any counter and any
/// header, and decrypts what the node sends.
final class SecurePeer {
  let timed: TimedNode
  var address: UInt32
  let isCommissioner: Bool
  let keys: SessionKeys
  /// The node's id of the session.
  let nodeSession: UInt16
  /// The peer's id of the session.
  let ownSession: UInt16
  var counter: UInt32 = 100
  var exchange: UInt16 = 0x0700
  private(set) var latest: UInt32?

  init(
    _ timed: TimedNode, address: UInt32, isCommissioner: Bool, keys: SessionKeys,
    nodeSession: UInt16, ownSession: UInt16
  ) {
    self.timed = timed
    self.address = address
    self.isCommissioner = isCommissioner
    self.keys = keys
    self.nodeSession = nodeSession
    self.ownSession = ownSession
  }

  private var sendingKey: [16 of UInt8] {
    isCommissioner ? keys.initiatorToResponder : keys.responderToInitiator
  }

  private var receivingKey: [16 of UInt8] {
    isCommissioner ? keys.responderToInitiator : keys.initiatorToResponder
  }

  /// A message of the peer, not sent yet; it takes the next counter.
  func message(
    _ opcode: UInt8 = 1, _ payload: [UInt8] = [], protocolID: ProtocolID = .testing,
    isInitiator: Bool = true, acknowledging: UInt32? = nil, isReliable: Bool = true
  ) -> WireMessage {
    defer { counter &+= 1 }
    return WireMessage(
      header: MessageHeader(sessionID: nodeSession, messageCounter: counter),
      exchange: ProtocolHeader(
        exchangeID: exchange, opcode: opcode, protocolID: protocolID,
        isFromInitiator: isInitiator, needsAcknowledgement: isReliable,
        acknowledgedCounter: acknowledging),
      payload: payload)
  }

  /// The datagram: the header as given, then everything under the key.
  /// - Parameters:
  ///   - headerBytes: header to write and authenticate instead of the message's own.
  ///   - unauthenticated: what stands between header and ciphertext outside the AAD.
  ///   - nodeID: the node id in the nonce.
  func seal(
    _ message: WireMessage, headerBytes: [UInt8]? = nil, unauthenticated: [UInt8] = [],
    nodeID: UInt64 = 0
  ) throws -> [UInt8] {
    let whole = message.headerBytes
    let header = headerBytes ?? whole
    let plain = message.text
    var text = try BoundedBytes<1500>(copying: plain.span)
    var span = text.mutableSpan
    let tag = AESCCM(key: sendingKey).seal(
      &span, nonce: Self.nonce(header: header, nodeID: nodeID), authenticating: header.span)
    return header + unauthenticated + text.array + [UInt8](inline: tag)
  }

  func send(_ message: WireMessage) throws {
    try timed.deliver(try seal(message), from: address)
  }

  /// Decrypts a datagram of the node.
  func open(_ bytes: [UInt8]) throws -> WireMessage {
    let parsed = try MessageHeader.parse(bytes.span)
    let header = Array(bytes[..<parsed.headerLength])
    guard bytes.count >= parsed.payloadOffset + 16 else { throw HeaderError.truncated }
    let tag = Array(bytes.suffix(16))
    let encrypted = Array(bytes[parsed.payloadOffset..<(bytes.count - 16)])
    var text = try BoundedBytes<1500>(copying: encrypted.span)
    var span = text.mutableSpan
    try AESCCM(key: receivingKey).open(
      &span, tag: tag.span, nonce: Self.nonce(header: header, nodeID: 0),
      authenticating: header.span)
    return try WireMessage(header: parsed.header, text: text.array)
  }

  /// What the node has sent since the last call; it must all be of this session.
  @discardableResult
  func take() throws -> [WireMessage] {
    let fresh = try timed.takeSent().map { sent in
      let message = try open(sent.bytes)
      #expect(message.header.sessionID == ownSession)
      return message
    }
    for message in fresh where message.exchange.needsAcknowledgement { latest = message.counter }
    return fresh
  }

  @discardableResult
  func acknowledge(
    _ counter: UInt32, isInitiator: Bool, exchange: UInt16? = nil
  ) throws -> WireMessage {
    var message = message(
      SecureChannelOpcode.standaloneAcknowledgement.rawValue, protocolID: .secureChannel,
      isInitiator: isInitiator, acknowledging: counter, isReliable: false)
    if let exchange { message.exchange.exchangeID = exchange }
    try send(message)
    return message
  }

  /// Security flags, message counter and node id; the header has flags and session id before them.
  static func nonce(header: [UInt8], nodeID: UInt64) -> [13 of UInt8] {
    var nonce = [13 of UInt8](repeating: 0)
    for index in 0..<5 { nonce[index] = header[3 + index] }
    for index in 0..<8 { nonce[5 + index] = UInt8(truncatingIfNeeded: nodeID >> (8 * index)) }
    return nonce
  }
}
