import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire

extension HostileScenarios {
  func malformedHandshakes() throws {
    try malformedToDevice()
    try malformedToCommissioner()
  }

  private static let share: [UInt8] = [0x15, 0x30, 1, 65, 4] + [UInt8](repeating: 0, count: 64)

  /// The base point of P-256, a share that is on the curve.
  private static var generator: [UInt8] {
    var one = [40 of UInt8](repeating: 0)
    one[39] = 1
    return [UInt8](
      inline: FixedBase.multiplyGenerator(by: Scalar(reducing: one.span)).normalized().encoded())
  }

  private static func pake1(_ share: [UInt8]) -> [UInt8] { [0x15, 0x30, 1, 65] + share + [0x18] }

  /// A Pake2 with a wrong confirmation.
  private static func pake2(_ share: [UInt8]) -> [UInt8] {
    pake1(share).dropLast() + [0x30, 2, 32] + [UInt8](repeating: 7, count: 32) + [0x18]
  }

  /// Points that are no shares: off the curve, compressed, and with coordinates out of range.
  private static var badShares: [[UInt8]] {
    let ones = [UInt8](repeating: 0xFF, count: 32)
    return [
      [4] + [UInt8](repeating: 1, count: 64), [2] + generator.dropFirst(),
      [4] + ones + generator[33...], generator[..<33] + ones,
    ]
  }

  private func malformedToDevice() throws {
    let stage = Stage("device", in: recording, stream: 1)
    stage.openWindow()
    var peer = HostileCommissioner(stage)
    func next() throws {
      try peer.settle()
      stage.pass(milliseconds: 100)
      peer = HostileCommissioner(
        stage, port: peer.port + 1, ephemeralNodeID: peer.ephemeralNodeID + 1,
        exchange: peer.exchange + 1, counter: peer.counter + 10)
    }
    let badPake1s: [[UInt8]] = [
      [0x15], [], [0x15, 0x18], [0x15, 0x30, 1, 1, 4, 0x18], Self.share, Self.pake1([0]),
    ]
    for payload in badPake1s + Self.badShares.map({ Self.pake1($0) }) {
      try peer.proceedToResponse()
      peer.send(.pake1, payload)
      try next()
    }
    let confirmation: [UInt8] = [0x15, 0x30, 1, 32] + [UInt8](repeating: 7, count: 32)
    for payload in [[], [0x15, 0x18], confirmation, confirmation + [0x18]] {
      try peer.proceedToPake2()
      peer.send(.pake3, payload)
      try next()
    }
    // w0 M as the share takes the mask away, and leaves the point at infinity.
    try peer.proceedToResponse()
    peer.send(.pake1, Self.pake1(try Self.mask(of: .prover)))
    try next()
    // One that has the parameters is not told them, and may say how fast it is.
    let parameters: [UInt8] = [
      0x35, 5, 0x26, 1, 0, 0, 0, 1, 0x24, 2, 0, 0x25, 3, 0xE8, 3, 0x24, 4, 17, 0x24, 5, 11, 0x26,
      6, 0, 0, 3, 1, 0x24, 7, 1, 0x24, 8, 0, 0x26, 9, 0, 0, 1, 0, 0x18,
    ]
    try peer.proceedToResponse(
      HostileCommissioner.request(hasPBKDFParameters: true, parameters))
    peer.report(.invalidParameter)
    try next()
    let secure = try peer.complete(
      HostileCommissioner.request([0x35, 5, 0x24, 1, 200, 0x18]))
    secure.send(secure.message())
    stage.pass(milliseconds: 500)
  }

  private func malformedToCommissioner() throws {
    let stage = Stage("commissioner", in: recording, stream: 2, start: 900_000_000)
    var counter: UInt32 = 9000
    var latest: HostileDevice?
    func device() throws -> HostileDevice {
      try latest?.settle()
      stage.pass(milliseconds: 100)
      counter += 100
      let device = try HostileDevice(pairing: stage, counter: counter)
      latest = device
      return device
    }
    var index = 0
    var rest: ArraySlice<[UInt8]> = []
    repeat {
      let peer = try device()
      rest = Self.responses(to: peer).dropFirst(index)
      peer.respond(rest.popFirst())
      index += 1
    } while !rest.isEmpty
    for (iterations, salt) in [(999, 16), (100_001, 16), (1000, 15)] as [(UInt32, Int)] {
      let peer = try device()
      peer.respond(
        peer.response(iterations: iterations, salt: [UInt8](repeating: 1, count: salt)))
    }
    let wrong = Self.pake2(Self.generator)
    let badPake2s: [[UInt8]] = [
      [], [0x15, 0x18], Self.pake1(Self.generator), wrong.dropLast(), wrong,
    ]
    let badShares = (Self.badShares + [try Self.mask(of: .verifier)]).map(Self.pake2)
    for payload in badPake2s + badShares {
      let peer = try device()
      try peer.proceedToPake1()
      _ = try peer.take(.pake1)
      peer.send(.pake2, payload)
    }
    let secure = try device().complete()
    secure.send(secure.message())
    stage.pass(milliseconds: 500)
  }

  /// PBKDFParamResponses with something wrong at each place.
  private static func responses(to peer: HostileDevice) -> [[UInt8]] {
    let head = peer.responseHead
    let random = Array(head[4..<36])
    let long = [UInt8](repeating: 1, count: 33)
    let otherRandom = Array(head.prefix(4)) + random.map { $0 ^ 1 } + peer.response()[36...]
    let afterHead: [[UInt8]] = [
      [0x18], [0x24, 4, 1, 0x18], [0x35, 4, 0x18, 0x18], [0x35, 4, 0x24, 1, 1, 0x18, 0x18],
      [0x35, 4, 0x24, 1, 1, 0x30, 2, 33] + long, [0x35, 4, 0x24, 1, 1, 0x30, 2, 1, 1, 0x19],
    ]
    return [
      [], [0x15, 0x18], head.prefix(36) + [0x18], head.prefix(71) + [0x24, 3, 0, 0x18],
      otherRandom, peer.response([0x24, 5, 1]), peer.response([0x24, 6, 1]).dropLast(),
    ] + afterHead.map { head + $0 }
  }

  private enum Side {
    case prover
    case verifier
  }

  /// w0 M or w0 N: what the other side subtracts.
  private static func mask(of side: Side) throws -> [UInt8] {
    let w0 = try PASEContext.verifier().prefix(32)
    let wide = [UInt8](repeating: 0, count: 8) + w0
    let scalar = Scalar(reducing: wide.span)
    let point =
      switch side {
      case .prover: FixedBase.multiplyM(by: scalar)
      case .verifier: FixedBase.multiplyN(by: scalar)
      }
    return [UInt8](inline: point.normalized().encoded())
  }
}
