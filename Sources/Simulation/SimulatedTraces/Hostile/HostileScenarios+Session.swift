import CoreSeam
import MatterWire

extension HostileScenarios {
  func hostileSession() throws {
    let stage = Stage("device", in: recording, stream: 1)
    func session(_ number: UInt16) throws -> SecurePeer {
      stage.pass(milliseconds: 1000)
      stage.openWindow()
      return try HostileCommissioner(
        stage, port: 50_000 + number, ephemeralNodeID: UInt64(number), exchange: number
      ).complete()
    }
    var peer = try session(1)
    onNoExchange(from: peer)
    try onAnExchange(from: peer)
    peer.send(closeSession(of: peer))
    peer.send(peer.message())
    // CloseSession on the exchange of a message that is not acknowledged yet, and beside it.
    for isOnExchange in [true, false] {
      peer = try session(isOnExchange ? 2 : 3)
      peer.send(peer.message())
      peer.order(token: 11)
      peer.order(token: 12, endsExchange: true)
      var close = closeSession(of: peer)
      if isOnExchange { close.exchange.exchangeID = peer.exchange }
      peer.send(close)
    }
    // The core closes, and owes an acknowledgement in this session and in another.
    peer = try session(4)
    let other = try session(5)
    other.send(other.message())
    peer.send(peer.message())
    stage.order(.closeSession(session: peer.coreSession))
    stage.pass(milliseconds: 500)
    try asCommissioner()
  }

  private func closeSession(of peer: SecurePeer) -> WireMessage {
    var message = peer.message(
      SecureChannelOpcode.statusReport.rawValue, StatusReport.closeSession.bytes,
      protocolID: .secureChannel, isReliable: false)
    message.exchange.exchangeID &+= 100
    return message
  }

  /// Messages that open no exchange, or none that anybody handles.
  private func onNoExchange(from peer: SecurePeer) {
    let payloads = [StatusReport.invalidParameter.bytes, [0, 0], [3, 0, 4, 0, 0, 0, 3, 0]]
    for payload in payloads {
      peer.send(peer.message(0x40, payload, protocolID: .secureChannel))
    }
    for isReliable in [true, false] {
      peer.send(peer.message(0x20, protocolID: .secureChannel, isReliable: isReliable))
      peer.send(peer.message(isInitiator: false, isReliable: isReliable))
    }
    peer.send(peer.message(0x20, StatusReport.closeSession.bytes, protocolID: .secureChannel))
    peer.send(peer.message(0x10, protocolID: .secureChannel))
    peer.send(peer.message(0x77, protocolID: .secureChannel))
  }

  private func onAnExchange(from peer: SecurePeer) throws {
    let stage = peer.stage
    peer.exchange += 1
    peer.send(peer.message())
    let known = ExchangeReference(id: peer.exchange, role: .responder)
    // Another before the first is acknowledged: the acknowledgement goes out at once.
    peer.send(peer.message())
    peer.send(peer.message(0x40, StatusReport.invalidParameter.bytes, protocolID: .secureChannel))
    peer.send(peer.message(0x20, protocolID: .secureChannel))
    stage.take()
    peer.order(token: 1, exchange: known)
    let sent = try peer.take().last
    // Answers that do not acknowledge it, and acknowledgements of something else.
    peer.send(peer.message())
    peer.send(peer.message(isReliable: false))
    peer.send(peer.message(acknowledging: 1))
    var wrong = peer.message(
      0x10, protocolID: .secureChannel, acknowledging: 1, isReliable: false)
    peer.send(wrong)
    if let sent {
      peer.send(peer.message(acknowledging: sent.header.messageCounter))
      peer.acknowledge(sent)
    }
    // An exchange that the core has ended hears the rest, and goes.
    peer.order(token: 2, exchange: known, endsExchange: true)
    let last = try peer.take().last
    peer.send(peer.message())
    if let last {
      peer.send(peer.message(acknowledging: last.header.messageCounter))
    }
    wrong = peer.message(0x10, protocolID: .secureChannel, isReliable: false)
    peer.send(wrong)
    // A peer that moves is answered where it is.
    peer.port += 500
    peer.exchange += 1
    peer.send(peer.message())
    stage.pass(milliseconds: 300)
  }

  /// The same from a device: the other keys, and exchanges begun by the core.
  private func asCommissioner() throws {
    let stage = Stage("commissioner", in: recording, stream: 2, start: 100_000_000)
    let device = try HostileDevice(pairing: stage)
    let peer = try device.complete()
    stage.pass(milliseconds: 300)
    stage.take()
    peer.order(token: 1)
    for message in try peer.take() {
      var answer = peer.message(
        isInitiator: false, acknowledging: message.header.messageCounter)
      answer.exchange.exchangeID = message.exchange.exchangeID
      peer.send(answer)
      peer.send(answer)
    }
    peer.send(peer.message())
    var forged = peer.seal(peer.message())
    forged[12] ^= 1
    stage.deliver(forged, from: peer.port)
    stage.pass(milliseconds: 300)
    peer.send(closeSession(of: peer))
  }
}
