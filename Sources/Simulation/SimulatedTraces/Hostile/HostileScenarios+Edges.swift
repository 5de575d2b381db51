import CoreDriver
import CoreSeam
import HostShell
import MatterBytes
import MatterWire
import TraceFormat
import Words

extension HostileScenarios {
  func atTheEdges() throws {
    let stage = Stage("device", in: recording, stream: 1)
    passcodes(on: stage)
    try verifiers(on: stage)
    // Derivations that end with a slice, and just behind one.
    for iterations in [1024, 1025, 2048] as [UInt32] { stage.openWindow(iterations: iterations) }
    try written(by: stage)
    try read(by: stage)
    try accepted(by: stage)
    try shares(to: stage)
    try lengths(to: stage)
    try moments(on: stage)
  }

  private func pair(_ passcode: UInt32, on stage: Stage) {
    stage.party.peers[50_001] = .loopback6(port: 50_001)
    stage.order(.pair(PairOrder(peer: PeerHandle(rawValue: 50_001), passcode: passcode)))
  }

  /// Those that are forbidden, and the first and the last that are not.
  private func passcodes(on stage: Stage) {
    for digit in 1...9 as ClosedRange<UInt32> { pair(11_111_111 * digit, on: stage) }
    for passcode in [0, 12_345_678, 87_654_321, 99_999_999] as [UInt32] {
      pair(passcode, on: stage)
    }
    for passcode in [1, 99_999_998] as [UInt32] {
      stage.order(Stage.window(passcode: passcode, seconds: 180))
      stage.order(.closeWindow)
    }
  }

  /// w0 at and below the order of the group, coordinates at and below p.
  private func verifiers(on stage: Stage) throws {
    let good = try PASEContext.verifier()
    let order = bytes("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")
    let modulus = bytes("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff")
    func less(_ number: [UInt8]) -> [UInt8] { number.dropLast() + [number[31] - 1] }
    var verifiers: [[UInt8]] = []
    for scalar in [order, less(order)] { verifiers.append(scalar + good.suffix(65)) }
    for number in [modulus, less(modulus)] {
      verifiers.append(good.prefix(33) + number + good.suffix(32))
      verifiers.append(good.prefix(65) + number)
    }
    for verifier in verifiers {
      stage.order(
        .openWindow(
          WindowOrder(
            secret: .verifier(bounded(verifier)), iterations: 1000, salt: bounded(Stage.salt),
            durationSeconds: 180)))
    }
  }

  /// Numbers in messages of the core at the widths' ends.
  private func written(by stage: Stage) throws {
    let edges: [(UInt32, UInt32, UInt16)] = [
      (255, 256, 255), (65_535, 65_536, 256), (1, 3_600_000, 65_535), (3_600_000, 1, 0),
    ]
    stage.openWindow()
    for (number, (idle, active, threshold)) in edges.enumerated() {
      var configuration = NodeConfiguration.standard(reportsMessages: true)
      configuration.idleIntervalMilliseconds = idle
      configuration.activeIntervalMilliseconds = active
      configuration.activeThresholdMilliseconds = threshold
      stage.order(.configure(configuration))
      let peer = HostileCommissioner(stage, ephemeralNodeID: 100 + UInt64(number))
      try peer.proceedToResponse()
      peer.report(.invalidParameter, isReliable: false)
      stage.pass(milliseconds: 10)
    }
    stage.order(.configure(.standard(reportsMessages: true)))
  }

  /// Numbers and containers in messages to the core, of which each can be read but not one more.
  private func read(by stage: Stage) throws {
    let deepest: [UInt8] =
      [0x37, 6] + [UInt8](repeating: 0x17, count: 14) + [UInt8](repeating: 0x18, count: 15)
    let parameters: [UInt8] = [
      0x35, 5, 0x26, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x24, 2, 1, 0x25, 3, 0xFF, 0xFF, 0x18,
    ]
    let tooDeep = deepest.prefix(2) + [0x17] + deepest.dropFirst(2) + [0x18]
    let requests = [
      HostileCommissioner.request(deepest), HostileCommissioner.request(Array(tooDeep)),
      HostileCommissioner.request(parameters), HostileCommissioner.request(passcodeID: 255),
    ]
    for (number, request) in requests.enumerated() {
      let peer = HostileCommissioner(stage, ephemeralNodeID: 200 + UInt64(number))
      peer.request(request, isReliable: false)
      try peer.take()
      peer.report(.invalidParameter, isReliable: false)
    }
  }

  /// Requests that only look wrong, and some with one thing wrong each.
  private func accepted(by stage: Stage) throws {
    let good = HostileCommissioner.request()
    let members: [[UInt8]] = [
      [0x44, 1, 0, 1, 0x44, 1, 0, 1], [0x36, 41, 0x04, 1, 0x18],
      [0x35, 40, 0x24, 9, 1, 0x24, 1, 1, 0x18, 0x24, 41, 1], [0x37, 6, 0x18],
      [0x35, 5, 0x25, 2, 0xF4, 1, 0x18], [0x39, 6, 0x18], [0x35, 5, 0x24, 0, 1, 0x18],
      [0x35, 6, 0x04, 1, 0x18], [0x35, 6, 0x3F, 1, 0x18],
    ]
    let zeroSession = good.map { [0x11, 0x22].contains($0) ? 0 : $0 }
    let wholes: [[UInt8]] = [
      good + [0xFF], [0x17] + good.dropFirst(), good.dropLast() + [0x38, 9], zeroSession,
    ]
    for (number, request) in (members.map { HostileCommissioner.request($0) } + wholes).enumerated()
    {
      stage.openWindow()
      let peer = HostileCommissioner(
        stage, ephemeralNodeID: 500 + UInt64(number), exchange: 500 + UInt16(number))
      peer.request(request)
      stage.pass(milliseconds: 700)
      try peer.settle()
      peer.report(.invalidParameter, isReliable: false)
    }
  }

  /// Points of the curve with p added to a coordinate of 5, where that still has 32 bytes.
  private func shares(to stage: Stage) throws {
    let five = bytes("ffffffff00000001000000000000000000000001000000000000000000000004")
    let y = bytes("459243b9aa581806fe913bce99817ade11ca503c64d9a3c533415c083248fbcc")
    let x = bytes("d7325d7646cd60d80a92738ceb345f844cffaf35841022cab176f692de8de1d7")
    for (number, share) in [five + y, x + five].enumerated() {
      stage.openWindow()
      let peer = HostileCommissioner(
        stage, ephemeralNodeID: 600 + UInt64(number), exchange: 600 + UInt16(number))
      try peer.proceedToResponse()
      peer.send(.pake1, [0x15, 0x30, 1, 65, 4] + share + [0x18])
      try peer.settle()
      stage.pass(milliseconds: 10)
    }
  }

  /// Transcripts that fill the hash's blocks exactly, or leave just no room for their length.
  private func lengths(to stage: Stage) throws {
    var unpadded: Int?
    for target in [0, 54, 55, 56, 63, 64] {
      stage.openWindow()
      let padding = unpadded.map { (64 + target - $0 % 64) % 64 } ?? 0
      let peer = HostileCommissioner(
        stage, ephemeralNodeID: 300 + UInt64(target), exchange: 300 + UInt16(target))
      let member = [0x30, 6, UInt8(padding)] + [UInt8](repeating: 1, count: padding)
      try peer.proceedToResponse(HostileCommissioner.request(member))
      unpadded = unpadded ?? peer.transcriptLength
      try peer.pake1()
      try peer.takePake2()
      peer.report(.invalidParameter, isReliable: false)
      stage.pass(milliseconds: 10)
    }
    stage.openWindow()
  }

  /// Messages of whole blocks and not, and the moment when a peer is no longer active.
  private func moments(on stage: Stage) throws {
    let parameters: [UInt8] = [
      0x35, 5, 0x25, 1, 0xD0, 7, 0x24, 2, 100, 0x25, 3, 0xE8, 3, 0x18,
    ]
    let secure = try HostileCommissioner(stage, ephemeralNodeID: 400).complete(
      HostileCommissioner.request(parameters))
    for count in [0, 9, 10, 11, 26] {
      secure.exchange += 1
      secure.send(secure.message(1, [UInt8](repeating: 2, count: count)))
      secure.order(
        token: UInt32(count), isReliable: false, payload: [UInt8](repeating: 3, count: count))
    }
    stage.deliver(secure.seal(secure.message(), text: []), from: secure.port)
    stage.pass(milliseconds: 300)
    secure.send(secure.message(isReliable: false))
    stage.tick(afterMicroseconds: 999_999)
    secure.order(token: 100)
    stage.tick(afterMicroseconds: 1)
    secure.order(token: 101)
    stage.pass(milliseconds: 20_000)
  }

  private func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.compactMap { $0.hexDigitValue.map { UInt8($0) } }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
