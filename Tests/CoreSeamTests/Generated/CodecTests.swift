// Generated from aadl/; change the model, then run `matter-sim model swift`.
import CoreSeam
import MatterBytes
import Testing

struct CodecTests {
  @Test func peerHandleSurvivesItsEncoding() throws {
    try expectRoundTrips(of: PeerHandle.self)
  }

  @Test func peerHandleCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: PeerHandle.self)
  }

  @Test func datagramSurvivesItsEncoding() throws {
    try expectRoundTrips(of: Datagram.self)
  }

  @Test func datagramCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: Datagram.self)
  }

  @Test func nodeConfigurationSurvivesItsEncoding() throws {
    try expectRoundTrips(of: NodeConfiguration.self)
  }

  @Test func nodeConfigurationCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: NodeConfiguration.self)
  }

  @Test func windowSecretSurvivesItsEncoding() throws {
    try expectRoundTrips(of: WindowSecret.self)
  }

  @Test func windowSecretCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: WindowSecret.self)
  }

  @Test func windowSecretOfAnUnknownCaseIsRefused() {
    expectUnknownCasesAreRefused(by: WindowSecret.self, from: 2)
  }

  @Test func windowOrderSurvivesItsEncoding() throws {
    try expectRoundTrips(of: WindowOrder.self)
  }

  @Test func windowOrderCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: WindowOrder.self)
  }

  @Test func pairOrderSurvivesItsEncoding() throws {
    try expectRoundTrips(of: PairOrder.self)
  }

  @Test func pairOrderCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: PairOrder.self)
  }

  @Test func roleSurvivesItsEncoding() throws {
    try expectRoundTrips(of: Role.self)
  }

  @Test func roleCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: Role.self)
  }

  @Test func roleOfAnUnknownCaseIsRefused() {
    expectUnknownCasesAreRefused(by: Role.self, from: 2)
  }

  @Test func exchangeReferenceSurvivesItsEncoding() throws {
    try expectRoundTrips(of: ExchangeReference.self)
  }

  @Test func exchangeReferenceCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: ExchangeReference.self)
  }

  @Test func sendOrderSurvivesItsEncoding() throws {
    try expectRoundTrips(of: SendOrder.self)
  }

  @Test func sendOrderCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: SendOrder.self)
  }

  @Test func commandSurvivesItsEncoding() throws {
    try expectRoundTrips(of: Command.self)
  }

  @Test func commandCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: Command.self)
  }

  @Test func commandOfAnUnknownCaseIsRefused() {
    expectUnknownCasesAreRefused(by: Command.self, from: 6)
  }

  @Test func messageInSurvivesItsEncoding() throws {
    try expectRoundTrips(of: MessageIn.self)
  }

  @Test func messageInCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: MessageIn.self)
  }

  @Test func messageInOfAnUnknownCaseIsRefused() {
    expectUnknownCasesAreRefused(by: MessageIn.self, from: 2)
  }

  @Test func windowClosureSurvivesItsEncoding() throws {
    try expectRoundTrips(of: WindowClosure.self)
  }

  @Test func windowClosureCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: WindowClosure.self)
  }

  @Test func windowClosureOfAnUnknownCaseIsRefused() {
    expectUnknownCasesAreRefused(by: WindowClosure.self, from: 4)
  }

  @Test func handshakeStepSurvivesItsEncoding() throws {
    try expectRoundTrips(of: HandshakeStep.self)
  }

  @Test func handshakeStepCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: HandshakeStep.self)
  }

  @Test func handshakeStepOfAnUnknownCaseIsRefused() {
    expectUnknownCasesAreRefused(by: HandshakeStep.self, from: 5)
  }

  @Test func peerParametersSurvivesItsEncoding() throws {
    try expectRoundTrips(of: PeerParameters.self)
  }

  @Test func peerParametersCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: PeerParameters.self)
  }

  @Test func establishedSessionSurvivesItsEncoding() throws {
    try expectRoundTrips(of: EstablishedSession.self)
  }

  @Test func establishedSessionCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: EstablishedSession.self)
  }

  @Test func pairingFailureSurvivesItsEncoding() throws {
    try expectRoundTrips(of: PairingFailure.self)
  }

  @Test func pairingFailureCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: PairingFailure.self)
  }

  @Test func pairingFailureOfAnUnknownCaseIsRefused() {
    expectUnknownCasesAreRefused(by: PairingFailure.self, from: 14)
  }

  @Test func receivedMessageSurvivesItsEncoding() throws {
    try expectRoundTrips(of: ReceivedMessage.self)
  }

  @Test func receivedMessageCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: ReceivedMessage.self)
  }

  @Test func deliveryOutcomeSurvivesItsEncoding() throws {
    try expectRoundTrips(of: DeliveryOutcome.self)
  }

  @Test func deliveryOutcomeCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: DeliveryOutcome.self)
  }

  @Test func deliveryOutcomeOfAnUnknownCaseIsRefused() {
    expectUnknownCasesAreRefused(by: DeliveryOutcome.self, from: 4)
  }

  @Test func sessionClosureSurvivesItsEncoding() throws {
    try expectRoundTrips(of: SessionClosure.self)
  }

  @Test func sessionClosureCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: SessionClosure.self)
  }

  @Test func sessionClosureOfAnUnknownCaseIsRefused() {
    expectUnknownCasesAreRefused(by: SessionClosure.self, from: 4)
  }

  @Test func inputRejectionSurvivesItsEncoding() throws {
    try expectRoundTrips(of: InputRejection.self)
  }

  @Test func inputRejectionCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: InputRejection.self)
  }

  @Test func inputRejectionOfAnUnknownCaseIsRefused() {
    expectUnknownCasesAreRefused(by: InputRejection.self, from: 16)
  }

  @Test func dropReasonSurvivesItsEncoding() throws {
    try expectRoundTrips(of: DropReason.self)
  }

  @Test func dropReasonCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: DropReason.self)
  }

  @Test func dropReasonOfAnUnknownCaseIsRefused() {
    expectUnknownCasesAreRefused(by: DropReason.self, from: 10)
  }

  @Test func messageFateSurvivesItsEncoding() throws {
    try expectRoundTrips(of: MessageFate.self)
  }

  @Test func messageFateCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: MessageFate.self)
  }

  @Test func messageFateOfAnUnknownCaseIsRefused() {
    expectUnknownCasesAreRefused(by: MessageFate.self, from: 5)
  }

  @Test func messageReportSurvivesItsEncoding() throws {
    try expectRoundTrips(of: MessageReport.self)
  }

  @Test func messageReportCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: MessageReport.self)
  }

  @Test func noticeSurvivesItsEncoding() throws {
    try expectRoundTrips(of: Notice.self)
  }

  @Test func noticeCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: Notice.self)
  }

  @Test func noticeOfAnUnknownCaseIsRefused() {
    expectUnknownCasesAreRefused(by: Notice.self, from: 10)
  }

  @Test func messageOutSurvivesItsEncoding() throws {
    try expectRoundTrips(of: MessageOut.self)
  }

  @Test func messageOutCutShortIsRefused() throws {
    try expectTruncationsAreRefused(of: MessageOut.self)
  }

  @Test func messageOutOfAnUnknownCaseIsRefused() {
    expectUnknownCasesAreRefused(by: MessageOut.self, from: 2)
  }

  @Test func moreThan32BytesAreRefused() {
    expectTooManyBytesAreRefused(by: BoundedBytes<32>.self, capacity: 32)
  }

  @Test func moreThan64BytesAreRefused() {
    expectTooManyBytesAreRefused(by: BoundedBytes<64>.self, capacity: 64)
  }

  @Test func moreThan97BytesAreRefused() {
    expectTooManyBytesAreRefused(by: BoundedBytes<97>.self, capacity: 97)
  }

  @Test func moreThan1178BytesAreRefused() {
    expectTooManyBytesAreRefused(by: BoundedBytes<1178>.self, capacity: 1178)
  }

  @Test func moreThan1206BytesAreRefused() {
    expectTooManyBytesAreRefused(by: BoundedBytes<1206>.self, capacity: 1206)
  }

  @Test func moreThan1232BytesAreRefused() {
    expectTooManyBytesAreRefused(by: BoundedBytes<1232>.self, capacity: 1232)
  }

  @Test func inEventsSurviveTheirFrames() throws {
    try expectFramesRoundTrip(of: InEvent.self)
  }

  @Test func outEventsSurviveTheirFrames() throws {
    try expectFramesRoundTrip(of: OutEvent.self)
  }

  @Test func theLongestFrameHasTheModelledLength() throws {
    let frames = InEvent.samples.map { $0.frame() } + OutEvent.samples.map { $0.frame() }
    let longest = frames.map { $0.bytes.count - Frame.lengthSize }.max()
    #expect(longest == 1240)
    #expect(Frame.largestBody == 1240)
  }
}
