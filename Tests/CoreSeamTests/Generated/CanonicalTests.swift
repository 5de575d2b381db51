// Generated from aadl/; change the model, then run `matter-sim model swift`.
import CanonicalABI
import CoreSeam
import Testing

struct CanonicalTests {
  @Test func peerHandleSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: PeerHandle.self, slots: 1)
  }

  @Test func datagramSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: Datagram.self, slots: 3)
  }

  @Test func nodeConfigurationSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: NodeConfiguration.self, slots: 8)
  }

  @Test func windowSecretSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: WindowSecret.self, slots: 3)
  }

  @Test func windowSecretOfAnUnknownCaseIsNotLifted() {
    expectUnknownCasesAreNotLifted(by: WindowSecret.self, from: 2)
  }

  @Test func windowOrderSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: WindowOrder.self, slots: 7)
  }

  @Test func pairOrderSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: PairOrder.self, slots: 2)
  }

  @Test func roleSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: Role.self, slots: 1)
  }

  @Test func roleOfAnUnknownCaseIsNotLifted() {
    expectUnknownCasesAreNotLifted(by: Role.self, from: 2)
  }

  @Test func exchangeReferenceSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: ExchangeReference.self, slots: 2)
  }

  @Test func sendOrderSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: SendOrder.self, slots: 11)
  }

  @Test func commandSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: Command.self, slots: 12)
  }

  @Test func commandOfAnUnknownCaseIsNotLifted() {
    expectUnknownCasesAreNotLifted(by: Command.self, from: 6)
  }

  @Test func messageInSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: MessageIn.self, slots: 13)
  }

  @Test func messageInOfAnUnknownCaseIsNotLifted() {
    expectUnknownCasesAreNotLifted(by: MessageIn.self, from: 2)
  }

  @Test func windowClosureSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: WindowClosure.self, slots: 1)
  }

  @Test func windowClosureOfAnUnknownCaseIsNotLifted() {
    expectUnknownCasesAreNotLifted(by: WindowClosure.self, from: 4)
  }

  @Test func handshakeStepSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: HandshakeStep.self, slots: 1)
  }

  @Test func handshakeStepOfAnUnknownCaseIsNotLifted() {
    expectUnknownCasesAreNotLifted(by: HandshakeStep.self, from: 5)
  }

  @Test func peerParametersSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: PeerParameters.self, slots: 3)
  }

  @Test func establishedSessionSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: EstablishedSession.self, slots: 7)
  }

  @Test func pairingFailureSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: PairingFailure.self, slots: 3)
  }

  @Test func pairingFailureOfAnUnknownCaseIsNotLifted() {
    expectUnknownCasesAreNotLifted(by: PairingFailure.self, from: 14)
  }

  @Test func receivedMessageSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: ReceivedMessage.self, slots: 7)
  }

  @Test func deliveryOutcomeSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: DeliveryOutcome.self, slots: 1)
  }

  @Test func deliveryOutcomeOfAnUnknownCaseIsNotLifted() {
    expectUnknownCasesAreNotLifted(by: DeliveryOutcome.self, from: 4)
  }

  @Test func sessionClosureSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: SessionClosure.self, slots: 1)
  }

  @Test func sessionClosureOfAnUnknownCaseIsNotLifted() {
    expectUnknownCasesAreNotLifted(by: SessionClosure.self, from: 4)
  }

  @Test func inputRejectionSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: InputRejection.self, slots: 1)
  }

  @Test func inputRejectionOfAnUnknownCaseIsNotLifted() {
    expectUnknownCasesAreNotLifted(by: InputRejection.self, from: 16)
  }

  @Test func dropReasonSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: DropReason.self, slots: 1)
  }

  @Test func dropReasonOfAnUnknownCaseIsNotLifted() {
    expectUnknownCasesAreNotLifted(by: DropReason.self, from: 10)
  }

  @Test func messageFateSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: MessageFate.self, slots: 2)
  }

  @Test func messageFateOfAnUnknownCaseIsNotLifted() {
    expectUnknownCasesAreNotLifted(by: MessageFate.self, from: 5)
  }

  @Test func messageReportSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: MessageReport.self, slots: 13)
  }

  @Test func noticeSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: Notice.self, slots: 14)
  }

  @Test func noticeOfAnUnknownCaseIsNotLifted() {
    expectUnknownCasesAreNotLifted(by: Notice.self, from: 10)
  }

  @Test func messageOutSurvivesTheCanonicalABI() throws {
    try expectCanonicalRoundTrips(of: MessageOut.self, slots: 15)
  }

  @Test func messageOutOfAnUnknownCaseIsNotLifted() {
    expectUnknownCasesAreNotLifted(by: MessageOut.self, from: 2)
  }
}
