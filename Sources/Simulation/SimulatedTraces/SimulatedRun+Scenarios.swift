import CoreDriver
import CoreSeam
import HostShell
import MatterBytes
import MatterWire
import Words

extension SimulatedRun {
  func windowTimesOut() {
    openWindow(seconds: 180)
    run(seconds: 200)
  }

  func pake3ArrivesTwice() {
    faults = { flight in
      guard Self.opcode(of: flight.bytes) == SecureChannelOpcode.pake3.rawValue else {
        return [flight]
      }
      var second = flight
      second.arrival += 1_000
      return [flight, second]
    }
    openWindow()
    pair()
    establish()
    run(seconds: 10)
  }

  func messageIsReplayed() {
    openWindow()
    pair()
    establish()
    device.heard = { [unowned self] notice in answer(notice) }
    sendEcho(token: 1, "turn on")
    run(seconds: 10)
    let recorded = wire.last { $0.isToDevice && Self.isSecure($0.bytes) && $0.bytes.count > 34 }
    guard let recorded else { return }
    wait(seconds: 5)
    deliverAgain(recorded)
    run(seconds: 10)
    closeSession()
  }

  func hostileDatagramsArrive() {
    openWindow()
    for (index, bytes) in Self.hostileDatagrams.enumerated() {
      inject(bytes, port: UInt16(50_000 + index))
    }
    pair()
    establish()
    let good = wire.last { $0.isToDevice && !Self.isSecure($0.bytes) }
    if let good {
      for length in 0..<good.bytes.count { inject(Array(good.bytes.prefix(length)), port: 50_100) }
    }
    inject([0, 1, 0, 0, 1, 2, 3, 4] + [UInt8](repeating: 0xA5, count: 40), port: 50_101)
    run(seconds: 10)
    closeSession()
  }

  func acknowledgementsAreWrong() {
    faults = { flight in
      guard !flight.isToDevice, let place = Self.acknowledgementPlace(flight.bytes) else {
        return [flight]
      }
      var changed = flight
      changed.bytes[place] ^= 0x5A
      return [changed]
    }
    openWindow()
    pair()
    run(seconds: 60)
  }

  func deviceIsSilent() {
    faults = { $0.isToDevice ? [] : [$0] }
    pair()
    run(seconds: 60)
  }

  func hourPasses() {
    openWindow()
    pair()
    establish()
    var losses = SplitMix64(seed: 3600)
    faults = { losses.next() % 10 == 0 ? [] : [$0] }
    device.heard = { [unowned self] notice in answer(notice) }
    for token in 1...120 {
      sendEcho(token: UInt32(token), "reading \(token)")
      wait(seconds: 30)
    }
    faults = { [$0] }
    closeSession()
  }

  // MARK: Parts

  private func establish() {
    run(seconds: 60) { !self.commissioner.sessions.isEmpty }
    run(seconds: 5)
  }

  private func sendEcho(token: UInt32, _ text: String) {
    guard let session = commissioner.sessions.last else { return }
    commissioner.order(
      .send(
        SendOrder(
          token: token, session: session.session, exchange: nil, protocolID: Echo.protocolID,
          opcode: Echo.requestOpcode, isReliable: true, endsExchange: false,
          payload: Self.payload(Array(text.utf8)))))
  }

  /// The device's application: sends an echo back.
  private func answer(_ notice: Notice) {
    guard case .messageReceived(let message) = notice else { return }
    let bytes = message.payload.span
    device.order(
      .send(
        SendOrder(
          token: 1, session: message.session, exchange: message.exchange,
          protocolID: Echo.protocolID, opcode: Echo.responseOpcode, isReliable: true,
          endsExchange: true, payload: Self.payload(bytes.indices.map { bytes[$0] }))))
  }

  private func closeSession() {
    guard let session = commissioner.sessions.last else { return }
    commissioner.order(.closeSession(session: session.session))
    run(seconds: 10)
  }

  private static func payload(_ bytes: [UInt8]) -> BoundedBytes<1178> {
    guard let payload = try? BoundedBytes<1178>(copying: bytes.span) else { return BoundedBytes() }
    return payload
  }

  // MARK: What the wire sees

  private static func isSecure(_ bytes: [UInt8]) -> Bool {
    guard let parsed = try? MessageHeader.parse(bytes.span) else { return false }
    return parsed.header.sessionID != 0
  }

  private static func opcode(of bytes: [UInt8]) -> UInt8? {
    guard !isSecure(bytes), let parsed = try? MessageHeader.parse(bytes.span) else { return nil }
    let rest = Array(bytes[parsed.payloadOffset...])
    return (try? ProtocolHeader.parse(rest.span))?.header.opcode
  }

  /// Where the acknowledged counter of an unsecured message lies.
  private static func acknowledgementPlace(_ bytes: [UInt8]) -> Int? {
    guard !isSecure(bytes), let parsed = try? MessageHeader.parse(bytes.span) else { return nil }
    let rest = Array(bytes[parsed.payloadOffset...])
    guard let header = try? ProtocolHeader.parse(rest.span),
      header.header.acknowledgedCounter != nil
    else { return nil }
    return parsed.payloadOffset + 6
  }

  /// What an attacker might try first. Headers are unsecured and name a source, as those of a
  /// commissioner do.
  private static var hostileDatagrams: [[UInt8]] {
    func message(_ opcode: UInt8, _ payload: [UInt8]) -> [UInt8] {
      [4, 0, 0, 0, 9, 0, 0, opcode, 1, 2, 3, 4, 5, 6, 7, 8, 5, opcode, 0x34, 0x12, 0, 0] + payload
    }
    let deep = [UInt8](repeating: 0x15, count: 200)
    let request = SecureChannelOpcode.pbkdfParamRequest.rawValue
    let pake1 = SecureChannelOpcode.pake1.rawValue
    let shortRandom: [UInt8] = [0x15, 0x30, 1, 4, 1, 2, 3, 4, 0x18]
    return [
      [], [0], [0xFF], [UInt8](repeating: 0, count: 1232), [UInt8](repeating: 0xFF, count: 1232),
      message(request, []), message(request, [0x15]), message(request, deep),
      message(request, shortRandom), message(request, [0x15, 0x30, 1, 0xFF, 0]),
      message(pake1, [0x15, 0x30, 1, 65] + [UInt8](repeating: 4, count: 65) + [0x18]),
      message(SecureChannelOpcode.pake3.rawValue, [0x15, 0x18]),
      message(SecureChannelOpcode.statusReport.rawValue, [0, 0, 0, 0, 0, 0, 0, 0]),
      message(0xEE, [1, 2, 3]),
    ]
  }
}
