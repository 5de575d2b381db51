import CoreSeam
import MatterBytes
import Testing
import TraceFormat
import Words

/// What programs and people are told of an event. The names must not change: other programs read
/// them.
struct DescriptionTests {
  private let peer = PeerHandle(rawValue: 3)

  private func names(_ description: EventDescription) -> [String] {
    [description.name] + description.fields.map(\.name)
  }

  @Test func aFailureAtADeviceIsToldWithItsAttempt() {
    let notice = Notice.pairingFailed(
      role: .responder, peer: peer, failure: .wrongPasscode, failedAttempts: 7)
    let told = notice.description()
    #expect(
      told.text == "attempt 7 of 20 failed: the commissioner used another passcode (peer 3)")
    #expect(
      names(told) == ["pairing_failed", "role", "peer", "failure", "reason", "failed_attempts"])
    #expect(told.fields.map(\.value.line).dropLast(2) == ["responder", "3", "wrong_passcode"])
  }

  @Test func aFailureAtACommissionerHasNoAttempt() {
    let notice = Notice.pairingFailed(
      role: .initiator, peer: peer, failure: .busy(minimumWaitMilliseconds: 5), failedAttempts: 0)
    let told = notice.description(Telling(place: { _ in "[::1]:5540" }))
    #expect(
      told.text == "pairing failed: the device is busy and asks to wait 5 ms ([::1]:5540)")
    #expect(told.fields.last?.value == .nothing)
    #expect(told.fields[2].value == .text("busy"))
  }

  @Test func howFarTheHandshakeHadComeMayExplainTheFailure() {
    let notice = Notice.pairingFailed(
      role: .responder, peer: peer, failure: .peerReported(generalCode: 1, protocolCode: 2),
      failedAttempts: 1)
    let told = notice.description(Telling(step: .pake2Sent))
    #expect(told.text.contains("another passcode"))
    #expect(!notice.description().text.contains("another passcode"))
  }

  @Test func theLimitsInWordsAreThoseOfTheCore() {
    #expect(
      Notice.pairingFailed(
        role: .initiator, peer: peer, failure: .handshakeTimeout, failedAttempts: 0
      ).description().text.contains("within 60 s"))
    #expect(InputRejection.invalidDuration.explanation.contains("180 to 900 s"))
  }

  @Test func payloadsAreToldOnlyToWhoMaySeeThem() throws {
    let payload = [1, 2, 0xFF] as [UInt8]
    let notice = Notice.messageReceived(
      ReceivedMessage(
        session: 1, exchange: ExchangeReference(id: 2, role: .responder), protocolID: 4,
        opcode: 1, payload: try BoundedBytes(copying: payload.span)))
    #expect(notice.description().fields.last == FieldMember("bytes", .number(3)))
    #expect(
      notice.description(Telling(showsPayloads: true)).fields.last
        == FieldMember("payload", .bytes(payload)))
  }

  @Test func secretsAreNotTold() throws {
    let orders: [Command] = [
      .pair(PairOrder(peer: peer, passcode: 20_202_021)),
      .openWindow(
        WindowOrder(
          secret: .passcode(20_202_021), iterations: 1000, salt: BoundedBytes(),
          durationSeconds: 180)),
    ]
    for order in orders {
      let told = order.description()
      #expect(!(told.text + told.fields.map(\.value.line).joined()).contains("20202021"))
    }
    let entropy = try BoundedBytes<64>(copying: ([0xAB, 0xCD] as [UInt8]).span)
    let told = PortEvent.Content.input(.entropy(entropy)).description
    #expect(told.fields == [FieldMember("bytes", .number(2))])
  }

  @Test func aDropNamesItsReason() {
    let report = MessageReport(
      fate: .dropped(.authenticationFailed), peer: peer, session: 5, messageCounter: 6,
      exchange: 0, protocolID: 0, opcode: 0, acknowledgedCounter: nil,
      needsAcknowledgement: false, byteCount: 34, transmission: 0)
    let told = report.description()
    #expect(told.text == "dropped a datagram of 34 bytes: its tag does not match")
    #expect(told.fields[0] == FieldMember("fate", .text("dropped")))
    #expect(told.fields[1] == FieldMember("drop_reason", .text("authentication_failed")))
  }

  @Test func aFateOnTheWireHasWordsAndNames() {
    let fate: WireFate = [.lost, .corrupted]
    #expect(fate.remarks == ["lost on the wire", "a bit inverted on the wire"])
    #expect(fate.names == ["dropped", "corrupted"])
    #expect(WireFate().remarks.isEmpty)
  }

  @Test func aPortEventIsOneLine() {
    #expect(PortEvent.Content.input(.clock(1_234_567)).line == "clock_in: 1234.567 ms")
    #expect(PortEvent.Content.output(.deadline(nil)).line == "deadline_out: never")
  }
}
