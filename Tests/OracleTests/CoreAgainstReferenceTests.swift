import CoreSeam
import MatterBytes
import ReferencePASE
import Testing

/// The verified core, in each role, against a party that shares no line of code with it.
@Suite struct CoreAgainstReferenceTests {
  static let stretching = ReferencePBKDFParameters(iterations: 1000, salt: Meeting.salt)

  @Test(arguments: ReferenceLibrary.allCases)
  func ourDevicePairsTalksAndIsLeft(_ library: ReferenceLibrary) throws {
    var meeting = try Meeting(
      coreDevice: .passcode(20_202_021), Self.stretching, commissionerPasscode: 20_202_021,
      seed: 1, crypto: ReferenceCrypto(library))
    try meeting.start()
    let ours = try #require(meeting.core.established.first)
    try expectSameSession(meeting, role: .responder)
    #expect(
      ours.parameters
        == PeerParameters(
          idleIntervalMilliseconds: 600, activeIntervalMilliseconds: 400,
          activeThresholdMilliseconds: 5000))
    #expect(meeting.wire.count == 7)

    try expectMessagesBothWays(&meeting)
    try meeting.partyCloses()
    #expect(meeting.core.closures == [.peer])
  }

  @Test(arguments: ReferenceLibrary.allCases)
  func ourCommissionerPairsTalksAndLeaves(_ library: ReferenceLibrary) throws {
    let crypto = try ReferenceCrypto(library)
    var meeting = Meeting(
      referenceDevice: try verifier(of: 20_202_021, crypto), Self.stretching, seed: 2,
      crypto: crypto)
    try meeting.pair(passcode: 20_202_021)
    try expectSameSession(meeting, role: .initiator)
    #expect(meeting.wire.count == 7)
    // What the core announces about itself unless configured otherwise.
    #expect(
      meeting.party.peerParameters
        == ReferenceSessionParameters(
          idleInterval: 500, activeInterval: 300, activeThreshold: 4000))

    try expectMessagesBothWays(&meeting)
    let session = try #require(meeting.core.established.first).session
    try meeting.coreCloses(session)
    #expect(meeting.core.closures == [.commanded])
    #expect(meeting.party.state == .closed)
  }

  @Test(arguments: ReferenceLibrary.allCases)
  func ourDevicePairsWithAnyPasscodeSaltAndSeed(_ library: ReferenceLibrary) throws {
    let crypto = try ReferenceCrypto(library)
    for seed: UInt64 in 500..<600 {
      let sample = PairingSample(seed: seed)
      // Half of the devices are given the verifier that the library made, not the passcode.
      let secret: WindowSecret =
        seed.isMultiple(of: 2)
        ? .passcode(sample.passcode)
        : .verifier(try sample.serializedVerifier(crypto))
      var meeting = try Meeting(
        coreDevice: secret, sample.stretching, commissionerPasscode: sample.passcode,
        knowsParameters: seed.isMultiple(of: 3), seed: seed, crypto: crypto)
      try meeting.start()
      try #require(meeting.party.state == .established, "seed \(seed)")
      try meeting.partySends([UInt8(truncatingIfNeeded: seed)])
      try #require(meeting.core.received.count == 1, "seed \(seed)")
    }
  }

  @Test(arguments: ReferenceLibrary.allCases)
  func ourCommissionerPairsWithAnyPasscodeSaltAndSeed(_ library: ReferenceLibrary) throws {
    let crypto = try ReferenceCrypto(library)
    for seed: UInt64 in 600..<700 {
      let sample = PairingSample(seed: seed)
      var meeting = Meeting(
        referenceDevice: try sample.verifier(crypto), sample.stretching, seed: seed,
        crypto: crypto)
      try meeting.pair(passcode: sample.passcode)
      try #require(meeting.party.state == .established, "seed \(seed)")
      let session = try #require(meeting.core.established.first, "seed \(seed)").session
      try meeting.coreSends([UInt8(truncatingIfNeeded: seed)], in: session)
      try #require(meeting.party.received.count == 1, "seed \(seed)")
    }
  }

  @Test(arguments: ReferenceLibrary.allCases)
  func aWrongPasscodeAtOurDeviceIsReportedAndTheRightOnePairsNext(
    _ library: ReferenceLibrary
  ) throws {
    let crypto = try ReferenceCrypto(library)
    var meeting = try Meeting(
      coreDevice: .passcode(20_202_021), Self.stretching, commissionerPasscode: 20_202_022,
      seed: 3, crypto: crypto)
    try meeting.start()
    #expect(meeting.party.state == .failed(.invalidParameter))
    #expect(meeting.core.failures == [.peerReported(generalCode: 1, protocolCode: 2)])
    #expect(meeting.core.established.isEmpty)
    try meeting.start(another: 20_202_021, seed: 30, crypto: crypto)
    try expectSameSession(meeting, role: .responder)
  }

  @Test(arguments: ReferenceLibrary.allCases)
  func ourCommissionerNoticesAWrongPasscode(_ library: ReferenceLibrary) throws {
    let crypto = try ReferenceCrypto(library)
    var meeting = Meeting(
      referenceDevice: try verifier(of: 20_202_021, crypto), Self.stretching, seed: 4,
      crypto: crypto)
    try meeting.pair(passcode: 20_202_022)
    #expect(meeting.core.failures == [.wrongPasscode])
    #expect(meeting.party.state == .failed(.reported(.invalidParameter)))
    #expect(meeting.party.failedAttempts == 1)
    try meeting.pair(passcode: 20_202_021)
    #expect(meeting.party.state == .established)
    #expect(meeting.core.established.count == 1)
  }

  @Test(arguments: ReferenceLibrary.allCases, 0..<7)
  func eachDatagramToOrFromOurDeviceMayBeLost(_ library: ReferenceLibrary, _ number: Int) throws {
    var meeting = try Meeting(
      coreDevice: .passcode(20_202_021), Self.stretching, commissionerPasscode: 20_202_021,
      seed: 5, crypto: ReferenceCrypto(library))
    meeting.lost = number
    try meeting.start()
    try expectSameSession(meeting, role: .responder)
    expectRepetition(of: number, on: meeting.wire)
    try expectMessagesBothWays(&meeting)
  }

  @Test(arguments: ReferenceLibrary.allCases, 0..<7)
  func eachDatagramToOrFromOurCommissionerMayBeLost(
    _ library: ReferenceLibrary, _ number: Int
  ) throws {
    let crypto = try ReferenceCrypto(library)
    var meeting = Meeting(
      referenceDevice: try verifier(of: 20_202_021, crypto), Self.stretching, seed: 6,
      crypto: crypto)
    meeting.lost = number
    try meeting.pair(passcode: 20_202_021)
    try expectSameSession(meeting, role: .initiator)
    expectRepetition(of: number, on: meeting.wire)
    try expectMessagesBothWays(&meeting)
  }

  /// Of the seven datagrams of a handshake the last is an acknowledgement, which is made anew; all
  /// others come again byte for byte.
  private func expectRepetition(
    of number: Int, on wire: [[UInt8]], location: SourceLocation = #_sourceLocation
  ) {
    let comesAgain = wire.dropFirst(number + 1).contains(wire[number])
    #expect(comesAgain == (number < 6), sourceLocation: location)
  }

  private func verifier(
    of passcode: UInt32, _ crypto: ReferenceCrypto
  ) throws -> ReferenceVerifier {
    try ReferenceVerifier(
      ReferencePasscodeSecrets(
        passcode: passcode, salt: Self.stretching.salt, iterations: Self.stretching.iterations,
        crypto: crypto),
      crypto: crypto)
  }

  private func expectSameSession(
    _ meeting: Meeting, role: Role, location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(meeting.core.established.count == 1, sourceLocation: location)
    let ours = try #require(meeting.core.established.first, sourceLocation: location)
    let theirs = try #require(meeting.party.session, sourceLocation: location)
    #expect(ours.role == role, sourceLocation: location)
    #expect(ours.session == theirs.peerID, sourceLocation: location)
    #expect(ours.peerSession == theirs.localID, sourceLocation: location)
  }

  private func expectMessagesBothWays(
    _ meeting: inout Meeting, location: SourceLocation = #_sourceLocation
  ) throws {
    let session = try #require(meeting.core.established.first, sourceLocation: location).session
    let long = [UInt8](repeating: 0x2a, count: 1100)
    for payload in [[], [1, 2, 3], long] {
      try meeting.coreSends(payload, in: session)
      try meeting.partySends(payload)
    }
    let atParty = meeting.party.received.map(\.payload)
    #expect(atParty == [[], [1, 2, 3], long], sourceLocation: location)
    let atCore = meeting.core.received.map { [UInt8]($0.payload.span) }
    #expect(atCore == [[], [1, 2, 3], long], sourceLocation: location)
    #expect(
      meeting.core.deliveries == [.acknowledged, .acknowledged, .acknowledged],
      sourceLocation: location)
    #expect(meeting.party.session?.isSettled == true, sourceLocation: location)
  }
}

/// A device's passcode and how it is stretched.
private struct PairingSample {
  let passcode: UInt32
  let stretching: ReferencePBKDFParameters

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    passcode = .random(in: 1...9_999_999, using: &random)
    stretching = ReferencePBKDFParameters(
      iterations: .random(in: 1000...1200, using: &random),
      salt: random.bytes(Int.random(in: 16...32, using: &random)))
  }

  func verifier(_ crypto: ReferenceCrypto) throws -> ReferenceVerifier {
    try ReferenceVerifier(
      ReferencePasscodeSecrets(
        passcode: passcode, salt: stretching.salt, iterations: stretching.iterations,
        crypto: crypto),
      crypto: crypto)
  }

  func serializedVerifier(_ crypto: ReferenceCrypto) throws -> BoundedBytes<97> {
    let verifier = try verifier(crypto)
    let bytes = verifier.w0 + verifier.l
    return try BoundedBytes(copying: bytes.span)
  }
}
