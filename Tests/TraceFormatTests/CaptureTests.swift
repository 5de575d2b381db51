import HostShell
import Testing
import TraceFormat

/// Captures that other tools made.
struct CaptureTests {
  private static let payload: [UInt8] = Array(1...33)

  private func check(_ file: [UInt8], times: [UInt64]) throws {
    let (items, isCut) = try readAll(file)
    let datagrams = items.compactMap(\.capture)
    #expect(!isCut)
    #expect(datagrams.map(\.payload) == times.map { _ in Self.payload })
    #expect(datagrams.map(\.time) == times)
    for datagram in datagrams {
      #expect("\(datagram.addresses.source)" == "192.0.2.1:1000")
      #expect("\(datagram.addresses.destination)" == "192.0.2.2:2000")
    }
  }

  @Test(arguments: [0, 1, 12, 14, 101, 108, 113, 228, 276] as [UInt16])
  func everyLinkTypeIsRead(linkType: UInt16) throws {
    let frame = CaptureBytes.frame(linkType: linkType, payload: Self.payload)
    try check(
      CaptureBytes.classic(
        linkType: linkType, [frame, frame], isBigEndian: false, isNanoseconds: false),
      times: [5_000_250, 6_000_250])
    try check(CaptureBytes.bigEndianPcapng(linkType: linkType, [frame]), times: [3_000_000])
  }

  @Test(arguments: [false, true], [false, true])
  func bothByteOrdersAndResolutionsAreRead(isBigEndian: Bool, isNanoseconds: Bool) throws {
    let frame = CaptureBytes.frame(linkType: 1, payload: Self.payload)
    try check(
      CaptureBytes.classic(
        linkType: 1, [frame], isBigEndian: isBigEndian, isNanoseconds: isNanoseconds),
      times: [5_000_250])
  }

  @Test func aCutCaptureIsReadToItsLastWholePacket() throws {
    let frame = CaptureBytes.frame(linkType: 1, payload: Self.payload)
    let file = CaptureBytes.classic(
      linkType: 1, [frame, frame], isBigEndian: false, isNanoseconds: false)
    let (items, isCut) = try readAll(Array(file.dropLast()))
    #expect(items.compactMap(\.capture).count == 1)
    #expect(isCut)
  }

  @Test func whatIsNoWholeDatagramIsPassedOver() throws {
    var fragment = CaptureBytes.frame(linkType: 101, payload: Self.payload)
    fragment[6] = 0x20
    var tcp = CaptureBytes.frame(linkType: 101, payload: Self.payload)
    tcp[9] = 6
    let file = CaptureBytes.classic(
      linkType: 101, [fragment, tcp, [], [0x45]], isBigEndian: false, isNanoseconds: false)
    #expect(try readAll(file).items.compactMap(\.capture).isEmpty)
  }

  @Test(arguments: ["", "MZ", "# text", "\u{A}\u{D}\u{D}\u{B}"])
  func whatIsNoCaptureIsRefused(text: String) {
    #expect(throws: TraceError.notACapture) { try readAll(Array(text.utf8)) }
  }
}
