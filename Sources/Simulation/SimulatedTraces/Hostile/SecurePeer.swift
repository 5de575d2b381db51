import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire

/// The secure side of a hostile peer: it encrypts whatever the scenario wants, under any counter
/// and any header, and decrypts what the core sends.
final class SecurePeer {
  let stage: Stage
  var port: UInt16
  /// The core's id of the session.
  let coreSession: UInt16
  var counter: UInt32 = 100
  var exchange: UInt16 = 0x0700

  private let isCommissioner: Bool
  private let keys: SessionKeys

  init(
    _ stage: Stage, port: UInt16, isCommissioner: Bool, keys: SessionKeys, coreSession: UInt16
  ) {
    self.stage = stage
    self.port = port
    self.isCommissioner = isCommissioner
    self.keys = keys
    self.coreSession = coreSession
  }

  /// A message of the peer, not sent yet; it takes the next counter.
  func message(
    _ opcode: UInt8 = 1, _ payload: [UInt8] = [], protocolID: ProtocolID = .testing,
    isInitiator: Bool = true, acknowledging: UInt32? = nil, isReliable: Bool = true
  ) -> WireMessage {
    defer { counter &+= 1 }
    return WireMessage(
      header: MessageHeader(sessionID: coreSession, messageCounter: counter),
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
  ///   - text: protocol header and payload instead of the message's own.
  func seal(
    _ message: WireMessage, headerBytes: [UInt8]? = nil, unauthenticated: [UInt8] = [],
    text: [UInt8]? = nil
  ) -> [UInt8] {
    let header = headerBytes ?? message.headerBytes
    var bytes: BoundedBytes<1500> = bounded(text ?? message.text)
    var span = bytes.mutableSpan
    let key = isCommissioner ? keys.initiatorToResponder : keys.responderToInitiator
    let tag = AESCCM(key: key).seal(
      &span, nonce: Self.nonce(header), authenticating: header.span)
    return header + unauthenticated + bytes.array + [UInt8](inline: tag)
  }

  func send(_ message: WireMessage) {
    stage.deliver(seal(message), from: port)
  }

  /// Decrypts what the core has sent in this session since the last call.
  @discardableResult
  func take() throws -> [WireMessage] {
    try stage.take().filter { $0.port == port && $0.bytes.count > 24 }
      .compactMap { try open($0.bytes) }
  }

  /// Acknowledges a message of the core.
  func acknowledge(_ message: WireMessage) {
    var answer = self.message(
      SecureChannelOpcode.standaloneAcknowledgement.rawValue, protocolID: .secureChannel,
      isInitiator: !message.exchange.isFromInitiator,
      acknowledging: message.header.messageCounter, isReliable: false)
    answer.exchange.exchangeID = message.exchange.exchangeID
    send(answer)
  }

  /// Has the core send an application message.
  func order(
    token: UInt32 = 1, exchange: ExchangeReference? = nil, isReliable: Bool = true,
    endsExchange: Bool = false, protocolID: UInt16 = 4, payload: [UInt8] = [1, 2, 3]
  ) {
    stage.order(
      .send(
        SendOrder(
          token: token, session: coreSession, exchange: exchange, protocolID: protocolID,
          opcode: 0x33, isReliable: isReliable, endsExchange: endsExchange,
          payload: bounded(payload))))
  }

  private func open(_ bytes: [UInt8]) throws -> WireMessage? {
    let parsed = try MessageHeader.parse(bytes.span)
    guard parsed.header.sessionID != 0 else { return nil }
    let header = Array(bytes[..<parsed.headerLength])
    let tag = Array(bytes.suffix(16))
    var text: BoundedBytes<1500> = bounded(
      Array(bytes[parsed.payloadOffset..<(bytes.count - 16)]))
    var span = text.mutableSpan
    let key = isCommissioner ? keys.responderToInitiator : keys.initiatorToResponder
    try AESCCM(key: key).open(
      &span, tag: tag.span, nonce: Self.nonce(header), authenticating: header.span)
    return try WireMessage(header: parsed.header, text: text.array)
  }

  /// Security flags, message counter, and node id 0; the header has four bytes before them.
  private static func nonce(_ header: [UInt8]) -> [13 of UInt8] {
    var nonce = [13 of UInt8](repeating: 0)
    for index in 0..<5 { nonce[index] = header[3 + index] }
    return nonce
  }
}
