import CoreSeam
import MatterBytes
import MatterWire
import Testing

extension SecurePeer {
  /// A scripted commissioner that has paired with the node, which is a device.
  static func pairedWithDevice(
    seed: UInt64 = 1, parameters: SessionParameters? = nil
  ) throws -> SecurePeer {
    let timed = TimedNode(seed: seed)
    try timed.openWindow()
    let peer = ScriptedCommissioner(timed)
    try peer.request(sessionParameters: parameters)
    try peer.takeResponse()
    try peer.pake1()
    try #require(try peer.takePake2())
    try peer.pake3()
    try peer.take()
    try peer.acknowledge()
    return try peer.securePeer()
  }

  /// A scripted device that has paired with the node, which is a commissioner.
  static func pairedWithCommissioner(seed: UInt64 = 1) throws -> SecurePeer {
    try ScriptedDevice(pairing: TimedNode(seed: seed)).complete()
  }

  /// Has the node send an application message.
  func order(
    token: UInt32 = 1, exchange: ExchangeReference? = nil, opcode: UInt8 = 0x33,
    isReliable: Bool = true, endsExchange: Bool = false, payload: [UInt8] = [1, 2, 3],
    session: UInt16? = nil
  ) throws {
    timed.order(
      .send(
        SendOrder(
          token: token, session: session ?? nodeSession, exchange: exchange, protocolID: 4,
          opcode: opcode, isReliable: isReliable, endsExchange: endsExchange,
          payload: try BoundedBytes(copying: payload.span))))
  }

  /// Has the node send an application message, and takes it.
  func orderAndTake(
    token: UInt32 = 1, exchange: ExchangeReference? = nil, isReliable: Bool = true,
    endsExchange: Bool = false
  ) throws -> WireMessage {
    try order(
      token: token, exchange: exchange, isReliable: isReliable, endsExchange: endsExchange)
    return try #require(try take().last)
  }

  /// The peer's CloseSession.
  func closeSession() throws -> WireMessage {
    exchange += 1
    return message(
      SecureChannelOpcode.statusReport.rawValue, StatusReport.closeSession.bytes,
      protocolID: .secureChannel, isReliable: false)
  }
}
