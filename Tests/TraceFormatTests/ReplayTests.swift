import CoreDriver
import CoreEngines
import CoreSeam
import Foundation
import HostShell
import MatterBytes
import OperatingSystem
import SimulatedTraces
import Testing
import Replay
import TraceFormat

struct ReplayTests {
  private func replay(
    _ bytes: [UInt8], core: OpenedCore = Recorded.core(), isStrict: Bool = false
  ) throws -> TraceReplay.Report {
    try TraceReplay(core: core, isStrict: isStrict).run(TraceReader(bytes: bytes))
  }

  private func difference(_ bytes: [UInt8]) throws -> ReplayDifference? {
    do {
      _ = try replay(bytes)
      return nil
    } catch ReplayError.differs(let difference) {
      return difference
    }
  }

  @Test(arguments: Scenario.allCases.filter { $0 != .hour })
  func everyScenarioReplaysInProcess(scenario: Scenario) throws {
    let trace = Recorded(scenario)
    let report = try replay(trace.bytes, isStrict: true)
    let events = try readAll(trace.bytes).items.compactMap(\.event)
    #expect(report.events == events.count)
    #expect(report.outputs == events.count { !$0.content.isInput })
    #expect((1...3).contains(report.parties))
    #expect(!report.isCut)
  }

  @Test(arguments: [Scenario.duplicatePake3, .hostileDatagrams])
  func aScenarioReplaysThroughTheProcess(scenario: Scenario) throws {
    let report = try replay(Recorded(scenario).bytes, core: CoreCatalogue.open(.native))
    #expect(report.outputs > 40)
  }

  @Test func anHourReplaysAtLeastAHundredTimesFaster() throws {
    let bytes = Recorded(.hour).bytes
    let start = ContinuousClock.now
    let report = try replay(bytes)
    let elapsed = ContinuousClock.now - start
    #expect(report.recordedMicroseconds >= 3_600_000_000)
    #expect(elapsed < .seconds(36))
  }

  @Test func aFlippedOutputByteIsCaughtAtItsEvent() throws {
    let bytes = Recorded(.duplicatePake3).bytes
    var generator = SplitMix64(seed: 11)
    let outputs = outputFields(bytes)
    #expect(outputs.count > 40)
    for (number, range) in outputs {
      var altered = bytes
      let place = range.lowerBound + Int(generator.next() % UInt64(range.count))
      altered[place] ^= 1 << UInt8(generator.next() % 8)
      do {
        let found = try #require(try difference(altered), "event \(number), byte \(place)")
        #expect(found.number == number)
        #expect(found.before.count == min(10, found.before.count))
        #expect(found.before.allSatisfy { $0.number < number })
      } catch ReplayError.unreadable(.malformed) {
        // The byte is no longer part of a value of its port: the reader caught it.
      }
    }
  }

  @Test func aMissingOutputIsADifference() throws {
    let bytes = Recorded(.windowTimeout).bytes
    let outputs = outputFields(bytes)
    let offsets = blockOffsets(bytes)
    let last = try #require(outputs.last)
    let block = try #require(offsets.lastIndex { $0 <= last.range.lowerBound })
    let without = Array(bytes[..<offsets[block]] + bytes[offsets[block + 1]...])
    let found = try #require(try difference(without))
    #expect(found.expected == nil)
    #expect(found.got != nil)
  }

  @Test func aCutTraceIsReplayedUpToThere() throws {
    let bytes = Recorded(.duplicatePake3).bytes
    let report = try replay(Array(bytes.prefix(bytes.count / 2)))
    #expect(report.isCut)
    #expect(report.outputs > 10)
  }

  @Test func anotherBuildIsNoticed() throws {
    let bytes = Recorded(.windowTimeout).bytes
    let hash = [UInt8](repeating: 1, count: 32)
    let same = Recorded.core(hash: hash, sourcesHash: Recorded.sourcesHash)
    let report = try replay(bytes, core: same, isStrict: true)
    #expect(report.mismatches == [])
    #expect(report.isBuildKnown)
    let other = Recorded.core(hash: hash, sourcesHash: hash)
    #expect(try replay(bytes, core: other).mismatches == [.sources])
    #expect(throws: ReplayError.otherBuild([.sources])) {
      try replay(bytes, core: other, isStrict: true)
    }
  }

  @Test func whetherItIsTheSameBuildMayBeUnknown() throws {
    let bytes = Recorded(.windowTimeout).bytes
    let unknown = Recorded.core(hash: [UInt8](repeating: 1, count: 32))
    let report = try replay(bytes, core: unknown)
    #expect(report.mismatches == [])
    #expect(!report.isBuildKnown)
    #expect(throws: ReplayError.unknownBuild) {
      try replay(bytes, core: unknown, isStrict: true)
    }
  }

  @Test func aCoreThatCannotBeStartedIsSaidSo() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "core-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try #require(
      FileManager.default.createFile(
        atPath: path, contents: Data("#!/no/such/interpreter\n".utf8),
        attributes: [.posixPermissions: 0o700]))
    let core = try CoreCatalogue.open(.file(path: path))
    #expect(
      throws: ReplayError.coreNotStarted(.notStarted(path: path, SystemError(number: ENOENT)))
    ) {
      try replay(Recorded(.windowTimeout).bytes, core: core)
    }
  }

  @Test func aCaptureOfAnotherToolIsNoTrace() throws {
    let frame = CaptureBytes.frame(linkType: 1, payload: [1])
    let file = CaptureBytes.classic(
      linkType: 1, [frame], isBigEndian: false, isNanoseconds: false)
    #expect(throws: ReplayError.notATrace) { try replay(file) }
  }

  /// The bytes of each output: of a datagram its payload, of others the frame's body.
  private func outputFields(_ bytes: [UInt8]) -> [(number: Int, range: Range<Int>)] {
    let events = (try? readAll(bytes).items) ?? []
    let offsets = blockOffsets(bytes)
    return zip(events, offsets.dropFirst()).compactMap { item, offset in
      guard let event = item.event, !event.content.isInput else { return nil }
      if let datagram = event.content.datagram {
        let start = offset + 28 + 48
        return (event.number, start..<(start + datagram.bytes.count))
      }
      let start = offset + 8 + 4 + 4 + 4 + 8
      return (event.number, start..<(start + event.content.frameBody.count))
    }
  }
}
