import CoreSeam
import MatterBytes

extension Wire {
  private static let passcode: UInt32 = 20_202_021
  /// The protocol and the opcodes of the echo, as the applications of the host have them.
  private static let echoProtocol: UInt16 = 4
  private static let request: UInt8 = 1
  private static let response: UInt8 = 2

  /// Pairs, sends an encrypted message there and back, and closes the session.
  mutating func pairAndExchange() throws(Failure) {
    try begin(.commissioner)
    try begin(.device)
    try openWindow()
    try pair()
    try exchange()
    try closeSession()
  }

  private mutating func begin(_ side: Side) throws(Failure) {
    try tick(side)
    let configuration = NodeConfiguration(
      idleIntervalMilliseconds: 500, activeIntervalMilliseconds: 300,
      activeThresholdMilliseconds: 4000, dataModelRevision: 19, interactionModelRevision: 12,
      specificationVersion: 0x0104_0200, maxPathsPerInvoke: 1, reportsMessages: true)
    try order(.configure(configuration), of: side)
  }

  private mutating func openWindow() throws(Failure) {
    let window = WindowOrder(
      secret: .passcode(Self.passcode), iterations: 1000, salt: Self.bytes("SPAKE2P Key Salt"),
      durationSeconds: 900)
    try order(.openWindow(window), of: .device)
    try run(
      until: { $0[.device].windowIsOpen }, or: "the commissioning window does not open",
      at: .device)
  }

  private mutating func pair() throws(Failure) {
    let peer = PeerHandle(rawValue: Side.device.handle)
    try order(.pair(PairOrder(peer: peer, passcode: Self.passcode)), of: .commissioner)
    try run(
      until: { $0[.commissioner].session != nil }, or: "the handshake does not come to its end",
      at: .commissioner)
    try run(
      until: { $0[.device].session != nil }, or: "the handshake does not come to its end",
      at: .device)
  }

  /// An echo: the device sends back what the commissioner has sent.
  private mutating func exchange() throws(Failure) {
    let text: BoundedBytes<1178> = Self.bytes("turn on")
    try send(text, opcode: Self.request, on: nil, from: .commissioner)
    try run(
      until: { $0[.device].received != nil }, or: "no encrypted message arrives", at: .device)
    guard let request = self[.device].received else { return }
    let payload: BoundedBytes<1178>
    do {
      payload = try BoundedBytes(copying: request.payload.span)
    } catch {
      throw Failure(side: .device, reason: "the message is longer than the one sent")
    }
    try send(payload, opcode: Self.response, on: request.exchange, from: .device)
    try run(
      until: { $0[.commissioner].received != nil }, or: "the echo does not arrive",
      at: .commissioner)
    guard let response = self[.commissioner].received else { return }
    guard response.opcode == Self.response, response.payload.span.hasSameBytes(as: text.span)
    else {
      throw Failure(side: .commissioner, reason: "the echo is not what was sent")
    }
    try run(
      until: { $0[.commissioner].isDelivered && $0[.device].isDelivered },
      or: "a message is not acknowledged", at: .commissioner)
  }

  private mutating func closeSession() throws(Failure) {
    guard let session = self[.commissioner].session else {
      throw Failure(side: .commissioner, reason: "the session has ended before it was closed")
    }
    try order(.closeSession(session: session), of: .commissioner)
    try run(
      until: { $0[.device].session == nil }, or: "the device does not learn that the session ends",
      at: .device)
  }

  private mutating func send(
    _ payload: BoundedBytes<1178>, opcode: UInt8, on exchange: ExchangeReference?, from side: Side
  ) throws(Failure) {
    guard let session = self[side].session else {
      throw Failure(side: side, reason: "the session has ended before the exchange")
    }
    let order = SendOrder(
      token: 1, session: session, exchange: exchange, protocolID: Self.echoProtocol,
      opcode: opcode, isReliable: true, endsExchange: exchange != nil, payload: payload)
    try self.order(.send(order), of: side)
  }

  private static func bytes<let capacity: Int>(_ text: StaticString) -> BoundedBytes<capacity> {
    var bytes = BoundedBytes<capacity>()
    do { try bytes.append(contentsOf: text) } catch { preconditionFailure("the text fits") }
    return bytes
  }
}
