import CoreSeam
import MatterWire

extension HostileScenarios {
  func hostileHeaders() throws {
    let stage = Stage("device", in: recording, stream: 1)
    stage.openWindow()
    for bytes in Self.messageHeaders + Self.protocolHeaders { stage.deliver(bytes, from: 50_001) }
    let secure = try HostileCommissioner(stage).complete()
    secureHeaders(from: secure)
    stage.pass(milliseconds: 500)
  }

  private static let id: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8]
  private static let text: [UInt8] = [5, 0x30, 0x34, 0x12, 0, 0]

  private static var messageHeaders: [[UInt8]] {
    let start: [UInt8] = [0, 0, 0, 9, 0, 0, 0]
    func header(_ flags: UInt8, security: UInt8 = 0, _ rest: [UInt8] = []) -> [UInt8] {
      [flags, 0, 0, security] + start.suffix(4) + rest
    }
    return [
      [], [0], [0, 0], [0, 0, 0], [0, 0, 0, 0, 9], header(0x10), header(0x03), header(0x07),
      header(0, security: 2), header(0, security: 3), header(4, [1, 2]), header(1, [1, 2]),
      header(2, [1]), header(0, security: 0x20), header(0, security: 0x20, [2, 0, 1]),
      header(4, security: 0x20, id + [2, 0, 1, 1] + text), header(4, security: 0x80, id + text),
      header(4, security: 1, id + text), header(0, text), header(5, id + id + text),
      header(2, [5, 0] + text), header(6, id + [5, 0] + text), header(1, id + text),
      header(4, security: 0x5C, id + text),
    ]
  }

  /// With a vendor, an acknowledgement and extensions, cut everywhere.
  private static var protocolHeaders: [[UInt8]] {
    let header: [UInt8] = [4, 0, 0, 0, 9, 0, 0, 0] + id
    let whole: [UInt8] = [0x1F, 0x20, 1, 0, 0xF1, 0xFF, 0, 0, 1, 2, 3, 4, 2, 0, 9, 9]
    return whole.indices.map { header + whole.prefix($0) } + [header + whole]
  }

  private func secureHeaders(from peer: SecurePeer) {
    let stage = peer.stage
    func deliver(_ bytes: [UInt8]) { stage.deliver(bytes, from: peer.port) }
    let good = peer.seal(peer.message(1, [UInt8](repeating: 0x61, count: 4)))
    for length in [8, 9, 23, 24, good.count - 1] { deliver(Array(good.prefix(length))) }
    var forged = good
    forged[good.count - 1] ^= 1
    deliver(forged)
    var stranger = peer.message()
    stranger.header.sessionID ^= 0x0101
    deliver(peer.seal(stranger))
    for security in [0x80, 0x01, 0x02] as [UInt8] {
      let message = peer.message()
      var header = message.headerBytes
      header[3] = security
      deliver(peer.seal(message, headerBytes: header))
    }
    // Extensions are outside the AAD.
    let extended = peer.message()
    var header = extended.headerBytes
    header[3] = 0x20
    deliver(peer.seal(extended, headerBytes: header, unauthenticated: [1, 0, 7]))
    // Both ids in the header of a secure message are left alone.
    var addressed = peer.message()
    addressed.header.source = NodeID(1)
    addressed.header.destination = NodeID(2)
    deliver(peer.seal(addressed))
    deliver(peer.seal(peer.message(), text: [5, 1]))
    deliver(peer.seal(peer.message(), text: [0x11, 2, 0x34, 0x12, 0xF1, 0xFF, 7, 0, 0x55]))
    deliver(good)
  }
}
