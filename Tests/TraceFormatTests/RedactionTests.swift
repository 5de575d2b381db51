import CoreEngines
import CoreSeam
import HostShell
import MatterBytes
import SimulatedTraces
import Testing
import Replay
import TraceFormat

struct RedactionTests {
  /// All entropy of a party, joined.
  private func entropy(_ events: [TraceEvent], of party: Int) -> [UInt8] {
    events.flatMap { event -> [UInt8] in
      guard event.party == party, case .input(.entropy(let bytes)) = event.content else {
        return []
      }
      return bytes.span.indices.map { bytes.span[$0] }
    }
  }

  private func payloads(_ events: [TraceEvent]) -> [[UInt8]] {
    events.compactMap { event in
      guard let bytes = event.content.datagram?.bytes else { return nil }
      return bytes.span.indices.map { bytes.span[$0] }
    }
  }

  @Test func aRedactedTraceHoldsNoSecret() throws {
    let full = try readAll(Recorded(.replayedMessage).bytes).items.compactMap(\.event)
    let redacted = Recorded(.replayedMessage, isRedacted: true).bytes
    #expect(full.count == (try readAll(redacted).items.compactMap(\.event).count))

    let passcode = (0..<4).map { UInt8(SimulatedRun.passcode >> (8 * UInt32($0)) & 0xFF) }
    #expect(!contains(redacted, passcode))
    #expect(!contains(redacted, Array("20202021".utf8)))
    #expect(!contains(redacted, Array("turn on".utf8)))

    // What of the entropy is public goes over the wire: the randoms, and numbers of 2 to 8 bytes.
    // All else, in pieces of 8 bytes, must be nowhere.
    let wire = payloads(full)
    var secretPieces = 0
    for party in [0, 1] {
      let bytes = entropy(full, of: party)
      for start in 0...(bytes.count - 8) {
        let piece = Array(bytes[start..<(start + 8)])
        guard !wire.contains(where: { contains($0, piece) }) else { continue }
        secretPieces += 1
        #expect(!contains(redacted, piece))
      }
    }
    #expect(secretPieces > 300)
  }

  @Test func theFullTraceHoldsThem() {
    let full = Recorded(.replayedMessage).bytes
    let passcode = (0..<4).map { UInt8(SimulatedRun.passcode >> (8 * UInt32($0)) & 0xFF) }
    #expect(contains(full, passcode))
    #expect(contains(full, Array("turn on".utf8)))
  }

  @Test func theDatagramsAreTheSame() throws {
    let full = try readAll(Recorded(.replayedMessage).bytes).items.compactMap(\.event)
    let redacted = try readAll(Recorded(.replayedMessage, isRedacted: true).bytes)
    #expect(payloads(full) == payloads(redacted.items.compactMap(\.event)))
  }

  @Test func aRedactedTraceIsNotReplayed() throws {
    let replay = TraceReplay(core: Recorded.core(), isStrict: false)
    let reader = try TraceReader(bytes: Recorded(.duplicatePake3, isRedacted: true).bytes)
    #expect(throws: ReplayError.redacted) { try replay.run(reader) }
  }

  private func contains(_ bytes: [UInt8], _ piece: [UInt8]) -> Bool {
    guard let first = piece.first, bytes.count >= piece.count else { return false }
    return (0...(bytes.count - piece.count)).contains { start in
      bytes[start] == first && bytes[start..<(start + piece.count)].elementsEqual(piece)
    }
  }
}
