import CoreSeam
import MatterBytes

/// One event of every kind, and its frame as the seam's rules have it, written down by hand.
enum GoldenFrames {
  static let peer = PeerHandle(rawValue: 0x0403_0201)
  static let exchange = ExchangeReference(id: 0x5678, role: .responder)

  static func bytes<let capacity: Int>(_ values: [UInt8]) throws -> BoundedBytes<capacity> {
    try BoundedBytes(copying: values.span)
  }

  static func inputs() throws -> [(event: InEvent, frame: String)] {
    let salt: BoundedBytes<32> = try bytes(Array(repeating: 0x11, count: 16))
    let saltHex = "1000 11111111111111111111111111111111"
    let verifier = Array(repeating: 0x22 as UInt8, count: 97)
    return [
      (.clock(0x0102_0304_0506_0708), "00000009 02 0807060504030201"),
      (.entropy(try bytes([0xAA, 0xBB])), "00000005 03 0200 AABB"),
      (
        .message(.datagram(Datagram(peer: peer, bytes: try bytes([0xDE, 0xAD])))),
        "0000000A 01 00 01020304 0200 DEAD"
      ),
      (
        .message(
          .command(
            .configure(
              NodeConfiguration(
                idleIntervalMilliseconds: 500, activeIntervalMilliseconds: 300,
                activeThresholdMilliseconds: 4000, dataModelRevision: 19,
                interactionModelRevision: 12, specificationVersion: 0x0104_0200,
                maxPathsPerInvoke: 1, reportsMessages: true)))),
        "00000018 01 01 00 F4010000 2C010000 A00F 1300 0C00 00020401 0100 01"
      ),
      (
        .message(
          .command(
            .openWindow(
              WindowOrder(
                secret: .passcode(20_202_021), iterations: 1000, salt: salt,
                durationSeconds: 180)))),
        "00000020 01 01 01 00 25423401 E8030000 \(saltHex) B400"
      ),
      (
        .message(
          .command(
            .openWindow(
              WindowOrder(
                secret: .verifier(try bytes(verifier)), iterations: 1000, salt: salt,
                durationSeconds: 180)))),
        "0000007F 01 01 01 01 6100 \(String(repeating: "22", count: 97)) E8030000 \(saltHex) B400"
      ),
      (.message(.command(.closeWindow)), "00000003 01 01 02"),
      (
        .message(.command(.pair(PairOrder(peer: peer, passcode: 20_202_021)))),
        "0000000B 01 01 03 01020304 25423401"
      ),
      (
        .message(.command(.send(try sendOrder(exchange: exchange)))),
        "00000017 01 01 04 07000000 3412 01 7856 01 0400 09 01 00 0300 010203"
      ),
      (
        .message(.command(.send(try sendOrder(exchange: nil)))),
        "00000014 01 01 04 07000000 3412 00 0400 09 01 00 0300 010203"
      ),
      (.message(.command(.closeSession(session: 0x1234))), "00000005 01 01 05 3412"),
    ]
  }

  private static func sendOrder(exchange: ExchangeReference?) throws -> SendOrder {
    SendOrder(
      token: 7, session: 0x1234, exchange: exchange, protocolID: 4, opcode: 9, isReliable: true,
      endsExchange: false, payload: try bytes([1, 2, 3]))
  }

  static func outputs() throws -> [(event: OutEvent, frame: String)] {
    try notices().map { (.message(.notice($0.notice)), $0.frame) } + [
      (
        .message(.datagram(Datagram(peer: peer, bytes: try bytes([0xDE, 0xAD])))),
        "0000000A 81 00 01020304 0200 DEAD"
      ),
      (.deadline(nil), "00000002 82 00"),
      (.deadline(5), "0000000A 82 01 0500000000000000"),
      (.entropyWanted(256), "00000005 83 00010000"),
    ]
  }

  private static func notices() throws -> [(notice: Notice, frame: String)] {
    [
      (.windowOpened(untilMicroseconds: 9), "0000000B 81 01 00 0900000000000000"),
      (.windowClosed(.attemptsExhausted), "00000004 81 01 01 02"),
      (
        .handshakeProgress(role: .responder, peer: peer, step: .pake2Sent),
        "00000009 81 01 02 01 01020304 03"
      ),
      (
        .sessionEstablished(
          EstablishedSession(
            session: 0x1234, peerSession: 0x4321, role: .initiator, peer: peer,
            parameters: PeerParameters(
              idleIntervalMilliseconds: 500, activeIntervalMilliseconds: 300,
              activeThresholdMilliseconds: 4000))),
        "00000016 81 01 03 3412 2143 00 01020304 F4010000 2C010000 A00F"
      ),
      (
        .pairingFailed(
          role: .initiator, peer: peer, failure: .busy(minimumWaitMilliseconds: 5000),
          failedAttempts: 3),
        "0000000D 81 01 04 00 01020304 02 01 8813 03"
      ),
      (
        .messageReceived(
          ReceivedMessage(
            session: 0x1234, exchange: exchange, protocolID: 0xFFF1_0004, opcode: 9,
            payload: try bytes([1, 2]))),
        "00000011 81 01 05 3412 7856 01 0400F1FF 09 0200 0102"
      ),
      (
        .delivery(token: 7, exchange: exchange, outcome: .unacknowledged),
        "0000000B 81 01 06 07000000 7856 01 02"
      ),
      (.sessionClosed(session: 0x1234, reason: .evicted), "00000006 81 01 07 3412 02"),
      (.inputRejected(.noWindow), "00000004 81 01 08 08"),
      (
        .messageProcessed(
          MessageReport(
            fate: .dropped(.unknownSession), peer: peer, session: 0x1234,
            messageCounter: 0x0A0B_0C0D, exchange: 0x5678, protocolID: 4, opcode: 9,
            acknowledgedCounter: 1, needsAcknowledgement: true, byteCount: 300, transmission: 2)),
        "0000001F 81 01 09 04 03 01020304 3412 0D0C0B0A 7856 04000000 09 01 01000000 01 2C01 02"
      ),
    ]
  }

  /// Every failure of a handshake and how it is written.
  static let failures: [(failure: PairingFailure, bytes: String)] = [
    (.wrongPasscode, "00"), (.peerReported(generalCode: 1, protocolCode: 2), "01 0100 0200"),
    (.busy(minimumWaitMilliseconds: nil), "02 00"),
    (.busy(minimumWaitMilliseconds: 9), "02 01 0900"), (.noAcknowledgement, "03"),
    (.responseTimeout, "04"), (.handshakeTimeout, "05"), (.malformedMessage(opcode: 0x21), "06 21"),
    (.unexpectedMessage(opcode: 0x22), "07 22"), (.randomMismatch, "08"),
    (.unsupportedPasscodeID, "09"), (.invalidPoint, "0A"), (.insufficientEntropy, "0B"),
    (.noResources, "0C"), (.windowClosed, "0D"),
  ]
}
