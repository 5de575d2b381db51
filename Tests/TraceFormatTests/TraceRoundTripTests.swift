import CoreSeam
import HostShell
import MatterBytes
import OperatingSystem
import SimulatedTraces
import Testing
import TraceFormat

struct TraceRoundTripTests {
  private static let identity = RunIdentity(
    coreHash: Array(0..<32), seamHash: SeamIdentity.hash, isRedacted: false, isSeeded: true,
    configuration: "a test, ü")

  private static let device = PeerAddress(
    host: .v6(upper: 0xFE80_0000_0000_0000, lower: 0x1234, scope: 0), port: 5540)

  private static func write(
    _ events: [(PortEvent, AddressPair)], isRedacted: Bool = false
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    let sink = Box()
    let writer = TraceWriter(isRedacted: isRedacted) { (block) throws(SystemError) in
      sink.bytes += block
    }
    let party = writer.addParty(name: "device", identity)
    for (event, ends) in events { writer.write(event, of: party, between: ends) }
    writer.end(party: party, at: 99)
    bytes = sink.bytes
    return bytes
  }

  private final class Box {
    var bytes: [UInt8] = []
  }

  @Test func anEventIsReadAsItWasWritten() throws {
    let four = AddressPair(source: .loopback4(port: 5540), destination: .loopback4(port: 1))
    let six = AddressPair(source: .loopback6(port: 65_535), destination: Self.device)
    for length in [0, 1, 2, 3, 4, 1231, 1232] {
      let bytes = (0..<length).map { UInt8($0 & 0xFF) }
      let payload = try BoundedBytes<1232>(copying: bytes.span)
      let datagram = Datagram(peer: PeerHandle(rawValue: 0xFFFF_FFFE), bytes: payload)
      let contents: [PortEvent.Content] = [
        .input(.message(.datagram(datagram))), .output(.message(.datagram(datagram))),
        .input(.clock(.max)), .output(.deadline(nil)), .output(.entropyWanted(256)),
        .input(.message(.command(.closeWindow))),
      ]
      for ends in [four, six] {
        let events = contents.enumerated().map { index, content in
          (PortEvent(time: UInt64(index) << 40, content: content), ends)
        }
        let (items, isCut) = try readAll(Self.write(events))
        #expect(!isCut)
        #expect(items.first == .party(number: 0, name: "device"))
        #expect(items.dropFirst().first == .identity(party: 0, Self.identity))
        #expect(items.last == .end(party: 0, time: 99))
        let read = items.compactMap(\.event)
        #expect(read.map(\.content) == contents)
        #expect(read.map(\.time) == events.map(\.0.time))
        #expect(read.map(\.number) == Array(1...6))
        #expect(read.prefix(2).allSatisfy { $0.addresses == ends })
      }
    }
  }

  @Test func aRedactedTraceSaysSo() throws {
    let (items, _) = try readAll(Self.write([], isRedacted: true))
    guard case .identity(_, let identity) = items.dropFirst().first else {
      Issue.record("there is an identity")
      return
    }
    #expect(identity.isRedacted)
  }

  @Test func theFateOnTheWireIsKept() throws {
    let trace = Recorded(.silentDevice)
    let fates = try readAll(trace.bytes).items.filter {
      if case .wireFate(party: 0, _, .lost) = $0 { true } else { false }
    }
    #expect(fates.count == 5)
  }

  @Test func theSameSeedGivesTheSameTrace() {
    for scenario in Scenario.allCases where scenario != .hour {
      let bytes = Recorded(scenario, seed: 7).bytes
      #expect(bytes == Recorded(scenario, seed: 7).bytes, "\(scenario)")
      // That one feeds its cores itself, a counted few bytes at a time.
      let isSeeded = scenario != .entropyStarved
      #expect((bytes != Recorded(scenario, seed: 8).bytes) == isSeeded, "\(scenario)")
    }
  }

  @Test func withTheKernelsEntropyTwoRunsDiffer() {
    #expect(
      Recorded(.duplicatePake3, seed: nil).bytes != Recorded(.duplicatePake3, seed: nil).bytes)
  }
}
