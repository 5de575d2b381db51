import CoreSeam
import HostShell
import MatterBytes
import OperatingSystem
import Testing
import TraceFormat

/// The packets of a trace against headers and checksums that were computed by hand from RFC 768,
/// RFC 791 and RFC 8200.
struct PacketTests {
  /// The one packet of a trace with this datagram.
  private func packet(_ payload: [UInt8], _ ends: AddressPair) throws -> [UInt8] {
    let sink = Sink()
    let writer = TraceWriter(isRedacted: false) { (block) throws(SystemError) in
      sink.blocks.append(block)
    }
    let identity = RunIdentity(
      coreHash: [UInt8](repeating: 0, count: 32), seamHash: [UInt8](repeating: 0, count: 32),
      isRedacted: false, isSeeded: false, configuration: "")
    let party = writer.addParty(name: "x", identity)
    let datagram = Datagram(
      peer: PeerHandle(rawValue: 1), bytes: try BoundedBytes(copying: payload.span))
    writer.write(
      PortEvent(time: 0, content: .output(.message(.datagram(datagram)))), of: party,
      between: ends)
    let block = try #require(sink.blocks.last)
    let length = Int(block[20]) | Int(block[21]) << 8
    return Array(block[28..<(28 + length)])
  }

  private final class Sink {
    var blocks: [[UInt8]] = []
  }

  @Test func anIPv4PacketHasRightHeaders() throws {
    let bytes = try packet(
      [0x01, 0x02, 0x03],
      AddressPair(source: .loopback4(port: 5540), destination: .loopback4(port: 5541)))
    #expect(
      bytes
        == hex(
          "4500001f 00004000 40113ccc 7f000001 7f000001 15a415a5 000bd28a 010203"))
  }

  @Test func anIPv6PacketHasRightHeaders() throws {
    let bytes = try packet(
      [0x01, 0x02, 0x03],
      AddressPair(source: .loopback6(port: 5540), destination: .loopback6(port: 5541)))
    #expect(
      bytes
        == hex(
          """
          60000000 000b1140 00000000000000000000000000000001 00000000000000000000000000000001
          15a415a5 000bd08b 010203
          """))
  }

  @Test func aChecksumOfZeroIsWrittenAsAllOnes() throws {
    let ends = AddressPair(source: .loopback6(port: 5540), destination: .loopback6(port: 5541))
    let plain = try packet([0, 0], ends)
    let checksum = Array(plain[46..<48])
    // The payload that brings the sum to all ones is what the checksum was.
    let bytes = try packet(checksum, ends)
    #expect(Array(bytes[46..<48]) == [0xFF, 0xFF])
  }
}
