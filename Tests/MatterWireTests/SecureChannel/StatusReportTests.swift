import MatterBytes
import MatterWire
import Testing

struct StatusReportTests {
  static let known: [(StatusReport, String, SecureChannelStatusCode)] = [
    (.sessionEstablishmentSuccess, "0000 00000000 0000", .sessionEstablishmentSuccess),
    (.noSharedTrustRoots, "0100 00000000 0100", .noSharedTrustRoots),
    (.invalidParameter, "0100 00000000 0200", .invalidParameter),
    (.closeSession, "0000 00000000 0300", .closeSession),
    (.busy(minimumWaitMilliseconds: 5000), "0800 00000000 0400 8813", .busy),
    (.busy(minimumWaitMilliseconds: nil), "0800 00000000 0400", .busy),
    (.sessionNotFound, "0100 00000000 0500", .sessionNotFound),
    (.generalFailure, "0100 00000000 ffff", .generalFailure),
  ]

  @Test(arguments: known)
  func aReportIsPackedIntegers(
    report: StatusReport, text: String, code: SecureChannelStatusCode
  ) throws {
    let bytes = hex(text)
    #expect(written { out in report.write(into: &out) } == bytes)
    #expect(bytes.count <= StatusReport.maximumLength)
    #expect(try StatusReport.parse(bytes.span) == report)
    #expect(report.secureChannelCode == code)
  }

  @Test(arguments: 0..<8)
  func fewerThanEightBytesAreTruncated(count: Int) throws {
    let bytes = hex("0000 00000000 0000")
    #expect(throws: ByteError.truncated) {
      try StatusReport.parse(bytes.span.extracting(first: count))
    }
    #expect(try StatusReport.parse(bytes.span) == .sessionEstablishmentSuccess)
  }

  @Test(arguments: [
    ("", UInt16?.none), ("f4", nil), ("f401", 500), ("f40199", 500), ("0000", 0), ("ffff", 65535),
  ])
  func busyMaySayHowLongToWait(data: String, wait: UInt16?) throws {
    let report = try StatusReport.parse(hex("0800 00000000 0400" + data).span)
    #expect(report == .busy(minimumWaitMilliseconds: wait))
  }

  @Test func dataBehindOtherReportsIsIgnored() throws {
    let report = try StatusReport.parse(hex("0100 00000000 0200 f401").span)
    #expect(report == .invalidParameter)
    #expect(report.minimumWaitMilliseconds == nil)
  }

  @Test func aForeignProtocolsCodeIsNotTheSecureChannels() throws {
    let bytes = hex("0800 0100f1ff 0400 f401")
    let report = try StatusReport.parse(bytes.span)
    #expect(
      report == StatusReport(generalCode: .busy, protocolID: 0xfff1_0001, protocolCode: 4))
    #expect(report.secureChannelCode == nil)
    #expect(
      written { out in report.write(into: &out) } == Array(bytes[..<8]))
  }

  @Test func unknownCodesAreKept() throws {
    let report = try StatusReport.parse(hex("3412 00000000 0600").span)
    #expect(report.generalCode == GeneralCode(0x1234))
    #expect(report.protocolCode == 6)
    #expect(report.secureChannelCode == nil)
  }

  @Test func theGeneralCodesHaveTheirNumbers() {
    let all: [GeneralCode] = [
      .success, .failure, .badPrecondition, .outOfRange, .badRequest, .unsupported, .unexpected,
      .resourceExhausted, .busy, .timeout, .continue, .aborted, .invalidArgument, .notFound,
      .alreadyExists, .permissionDenied, .dataLoss, .messageTooLarge,
    ]
    #expect(all.map(\.rawValue) == Array(0...17))
  }

  @Test func theSecureChannelCodesHaveTheirNumbers() {
    #expect(SecureChannelStatusCode.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 0xFFFF])
  }
}
