import CoreDriver
import CoreEngines
import CoreSeam
import Foundation
import HostShell
import MatterBytes
import OperatingSystem
import Testing
import TraceFormat
import Replay

/// Every golden trace through every engine: the evidence that the core is deterministic.
struct GoldenReplayTests {
  private static let noHash = [UInt8](repeating: 0, count: 32)
  /// Hashing the program that runs the tests takes long.
  private static let library = OpenedCore(
    choice: .inProcess, path: "", build: CoreBuild(hash: noHash), form: .library)
  private static let opened = Dictionary(
    uniqueKeysWithValues: [CoreChoice.native, .wasm(.wasmtime), .wasm(.wasmkit)].map { core in
      (core, Result { try CoreCatalogue.open(core) })
    })

  private static func open(_ core: CoreChoice) throws -> OpenedCore {
    try opened[core]?.get() ?? library
  }

  @Test func theTracesThatTheProjectPromisesAreThere() {
    let names = Set(GoldenTrace.all.map(\.name))
    for name in [
      "loopback-good", "loopback-lossy", "chip-good", "chip-wrong-passcode",
      "chip-twenty-attempts", "chip-lossy", "circuitmatter-good", "window-timeout",
      "duplicate-pake3", "replayed-message", "hostile-datagrams", "hour-of-traffic",
    ] {
      #expect(names.contains(name))
    }
  }

  @Test func theIndexNamesEveryTraceAndNoOther() throws {
    let index = try String(
      contentsOf: GoldenTrace.folder.appending(path: "README.md"), encoding: .utf8)
    let named = index.matches(of: /`([a-z0-9-]+)\.pcapng`/).map { String($0.1) }
    #expect(named.sorted() == GoldenTrace.all.map(\.name))
  }

  @Test(arguments: GoldenTrace.all, CoreChoice.named)
  func everyTraceReplaysBitForBit(trace: GoldenTrace, core: CoreChoice) throws {
    let replay = TraceReplay(core: try Self.open(core), isStrict: false)
    let report = try replay.run(TraceReader(path: trace.path))
    let events = try trace.events()
    #expect(report.events == events.count)
    #expect(report.outputs == events.count { !$0.content.isInput })
    #expect(report.mismatches == [])
    #expect(!report.isCut)
  }

  /// A byte of up to forty outputs of each trace; `TraceFormatTests` does it for every output of one.
  @Test(arguments: GoldenTrace.all)
  func aFlippedOutputByteIsCaughtAtItsEvent(trace: GoldenTrace) throws {
    let events = try trace.events()
    let outputs = events.indices.filter { !events[$0].content.isInput }
    var generator = SplitMix64(seed: 40)
    let step = max(1, outputs.count / 40)
    for index in stride(from: 0, to: outputs.count, by: step).map({ outputs[$0] }) {
      guard let altered = Self.altered(events[index], using: &generator) else { continue }
      let caught = try Self.firstDifference(Array(events[..<index]) + [altered])
      #expect(caught == events[index].number)
    }
  }

  /// The event with one bit of its value inverted; nil when that is no value of its port.
  private static func altered(
    _ event: TraceEvent, using generator: inout SplitMix64
  ) -> TraceEvent? {
    var body = event.content.frameBody
    let place = 1 + Int(generator.next() % UInt64(body.count - 1))
    body[place] ^= 1 << UInt8(generator.next() % 8)
    guard let output = try? OutEvent(frameBody: body.span) else { return nil }
    var altered = event
    altered.content = .output(output)
    return altered
  }

  /// The number of the first event that a core does not repeat.
  private static func firstDifference(_ events: [TraceEvent]) throws -> Int? {
    let sink = Sink()
    let writer = TraceWriter(isRedacted: false) { (block) throws(SystemError) in
      sink.bytes += block
    }
    let identity = RunIdentity(
      coreHash: noHash, seamHash: SeamIdentity.hash, isRedacted: false, isSeeded: true,
      configuration: "")
    for party in 0...(events.map(\.party).max() ?? 0) {
      _ = writer.addParty(name: "party \(party)", identity)
    }
    for event in events {
      writer.write(
        PortEvent(time: event.time, content: event.content), of: event.party,
        between: event.addresses
          ?? AddressPair(source: .loopback6(port: 1), destination: .loopback6(port: 2)))
    }
    do {
      let replay = TraceReplay(core: library, isStrict: false)
      _ = try replay.run(TraceReader(bytes: sink.bytes))
      return nil
    } catch ReplayError.differs(let difference) {
      return difference.number
    }
  }

  private final class Sink {
    var bytes: [UInt8] = []
  }
}
