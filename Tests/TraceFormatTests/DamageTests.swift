import CoreDriver
import CoreEngines
import HostShell
import SimulatedTraces
import Testing
import Replay
import TraceFormat

/// Files that are cut or altered: an error or a clean prefix, and never a trap.
struct DamageTests {
  private static let trace = Recorded(.duplicatePake3)

  @Test func aFileCutAtAnyByteIsReadToItsLastWholeBlock() throws {
    let bytes = Self.trace.bytes
    let offsets = blockOffsets(bytes)
    let whole = try readAll(bytes).items
    var wholeBlocks = 0
    for length in 4...bytes.count {
      while wholeBlocks + 1 < offsets.count, offsets[wholeBlocks + 1] <= length {
        wholeBlocks += 1
      }
      let (items, isCut) = try readAll(Array(bytes.prefix(length)))
      // The section header is no item; every other block is one.
      #expect(items.count == max(0, wholeBlocks - 1))
      #expect(items == Array(whole.prefix(items.count)))
      // Until both parties are described, nobody can tell that more was to come.
      #expect(isCut == (length < bytes.count) || wholeBlocks < 3)
    }
  }

  @Test func sectionsThatWereJoinedAreReadOneAfterTheOther() throws {
    let one = try readAll(Self.trace.bytes).items
    let (items, isCut) = try readAll(Self.trace.bytes + Self.trace.bytes)
    #expect(!isCut)
    #expect(items.count == 2 * one.count)
    let replay = TraceReplay(core: Recorded.core(), isStrict: true)
    let report = try replay.run(try TraceReader(bytes: Self.trace.bytes + Self.trace.bytes))
    #expect(report.parties == 4)
  }

  @Test func aFileOfLessThanFourBytesIsNoCapture() {
    for length in 0..<4 {
      #expect(throws: TraceError.notACapture) {
        try readAll(Array(Self.trace.bytes.prefix(length)))
      }
    }
  }

  @Test func alteredFilesNeverTrap() throws {
    let original = Self.trace.bytes
    let offsets = blockOffsets(original)
    var generator = SplitMix64(seed: 4)
    var errors = 0
    for round in 0..<100_000 {
      // A window of some blocks keeps the files short, so that there can be many.
      let first = 3 + Int(generator.next() % UInt64(offsets.count - 12))
      var bytes = Array(original[..<offsets[5]])
      bytes += original[offsets[first]..<offsets[first + 4]]
      for _ in 0...(generator.next() % 3) {
        let place = Int(generator.next() % UInt64(bytes.count))
        switch generator.next() % 4 {
        case 0: bytes[place] ^= 1 << UInt8(generator.next() % 8)
        case 1: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
        case 2: bytes.remove(at: place)
        default: bytes.insert(UInt8(truncatingIfNeeded: generator.next()), at: place)
        }
      }
      do throws(TraceError) {
        _ = try readAll(bytes)
      } catch {
        errors += 1
        if case .system = error { Issue.record("round \(round): \(error)") }
      }
    }
    #expect(errors > 10_000)
    #expect(errors < 100_000)
  }

  @Test func anAlteredPacketOfAnotherFormatNeverTraps() throws {
    var generator = SplitMix64(seed: 5)
    for linkType in [0, 1, 12, 101, 108, 113, 228, 229, 276] as [UInt16] {
      let packet = CaptureBytes.frame(linkType: linkType, payload: Array(0..<60))
      let file = CaptureBytes.classic(
        linkType: linkType, [packet, packet], isBigEndian: false, isNanoseconds: false)
      for _ in 0..<2_000 {
        var bytes = file
        let place = Int(generator.next() % UInt64(bytes.count))
        bytes[place] = UInt8(truncatingIfNeeded: generator.next())
        _ = try? readAll(Array(bytes.prefix(Int(generator.next() % UInt64(bytes.count + 1)))))
      }
    }
  }
}
