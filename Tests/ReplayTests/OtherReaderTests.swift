import CoreSeam
import Foundation
import HostShell
import MatterBytes
import Testing
import TraceFormat

/// The golden traces as programs of others read them.
struct OtherReaderTests {
  private struct Datagram: Equatable {
    let payload: String
    let source: UInt16
    let destination: UInt16
  }

  private func expected(_ trace: GoldenTrace) throws -> [Datagram] {
    try trace.events().compactMap { event in
      guard let datagram = event.content.datagram, let ends = event.addresses else { return nil }
      let bytes = datagram.bytes.span
      return Datagram(
        payload: bytes.indices.map { String(format: "%02x", bytes[$0]) }.joined(),
        source: ends.source.port, destination: ends.destination.port)
    }
  }

  @Test(arguments: GoldenTrace.all)
  func tsharkListsEveryDatagramWithValidChecksums(trace: GoldenTrace) throws {
    let fields = [
      "udp.checksum.status", "ip.checksum.status", "udp.srcport", "udp.dstport", "udp.payload",
    ]
    let lines = try Program.output(
      "/usr/bin/env",
      ["tshark", "-r", trace.path, "-Y", "udp", "-o", "udp.check_checksum:TRUE"]
        + ["-o", "ip.check_checksum:TRUE", "-T", "fields"] + fields.flatMap { ["-e", $0] })
    let seen = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    for line in seen {
      // 1 is good; IPv6 has no checksum of its own.
      #expect(line[0] == "1")
      #expect(line[1] == "1" || line[1] == "")
    }
    let datagrams = seen.map {
      Datagram(
        payload: String($0[4]), source: UInt16($0[2]) ?? 0, destination: UInt16($0[3]) ?? 0)
    }
    let recorded = try expected(trace)
    #expect(datagrams == recorded)
  }

  private struct ScapyLine: Decodable {
    let payload: String
    let right: Bool
    let source: UInt16
    let destination: UInt16
  }

  @Test(arguments: GoldenTrace.all)
  func scapyAgrees(trace: GoldenTrace) throws {
    let python = GoldenTrace.package.appending(path: ".build/interop/venv/bin/python3").path
    let script = GoldenTrace.package.appending(path: "Tests/ReplayTests/Readers/read_with_scapy.py")
    let lines = try Program.output(python, [script.path, trace.path])
    let seen = try lines.map { try JSONDecoder().decode(ScapyLine.self, from: Data($0.utf8)) }
    #expect(seen.allSatisfy { $0.right })
    let datagrams = seen.map {
      Datagram(payload: $0.payload, source: $0.source, destination: $0.destination)
    }
    let recorded = try expected(trace)
    #expect(datagrams == recorded)
  }
}
