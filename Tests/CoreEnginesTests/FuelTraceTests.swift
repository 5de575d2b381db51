import CoreEngines
import Foundation
import Testing
import TraceFormat

/// Fuel in traces: recorded live, and used again in every replay.
@Suite(.timeLimit(.minutes(2)))
struct FuelTraceTests {
  private func withTrace(_ body: (String) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "fuel-\(UUID()).pcapng")
    defer { try? FileManager.default.removeItem(at: file) }
    let run = try Programs.matterSim("pase --core wasm --record \(file.path)")
    try #require(run.exitStatus == 0, "\(run.output) \(run.errors)")
    try body(file.path)
  }

  private func items(_ path: String) throws -> [TraceItem] {
    var reader = try TraceReader(path: path)
    var items: [TraceItem] = []
    while let item = try reader.next() { items.append(item) }
    return items
  }

  @Test func everyStepOfEveryPartyIsRecorded() throws {
    try withTrace { path in
      let items = try items(path)
      let module = try CoreFile(path: Wasmtime.module()).hash
      for party in 0...1 {
        let identities = items.compactMap { item -> RunIdentity? in
          if case .identity(party, let identity) = item { identity } else { nil }
        }
        #expect(identities.map(\.coreHash) == [module])
        #expect(
          items.contains(
            .engine(
              party: party,
              EngineIdentity(name: "wasmtime 50.0.1", fuelPerStep: CoreInterface.fuelPerStep))))
        let inputs = items.count { item in
          if case .event(let event) = item {
            event.party == party && event.content.isInput
          } else {
            false
          }
        }
        let fuel = items.compactMap { item -> UInt64? in
          if case .step(party, let fuel) = item { fuel } else { nil }
        }
        #expect(inputs > 20)
        #expect(fuel.count == inputs)
        #expect(fuel.allSatisfy { $0 > 0 && $0 < CoreInterface.fuelPerStep })
      }
    }
  }

  @Test func aReplayUsesTheRecordedFuelAgainAndTellsTheDearestSteps() throws {
    try withTrace { path in
      let line = "replay --core wasm --strict --format json \(path)"
      let first = try Programs.matterSim(line)
      #expect(first.exitStatus == 0, "\(first.output) \(first.errors)")
      #expect(first.lines[0].contains("\"fuel_compared\":true"))
      let fuel = first.lines.filter { $0.contains("\"event\":\"fuel\"") }
      for kind in ["clock", "entropy", "datagram", "open-window", "pair", "send"] {
        let line = fuel.first { $0.contains("\"step\":\"\(kind)\"") }
        #expect(line?.contains("\"budget\":\(CoreInterface.fuelPerStep)") == true, "\(kind)")
      }
      let second = try Programs.matterSim(line)
      #expect(second.lines.filter { $0.contains("\"event\":\"fuel\"") } == fuel)
      let text = try Programs.matterSim("replay --core wasm \(path)")
      #expect(text.output.contains("the model gives each step \(CoreInterface.fuelPerStep) units"))
      #expect(text.output.contains("most fuel"))
      let native = try Programs.matterSim("replay \(path)")
      #expect(native.exitStatus == 0)
      #expect(!native.output.contains("most fuel"))
      #expect(native.output.contains("each in its step"))
    }
  }

  @Test func aStepThatUsedOtherFuelIsADifference() throws {
    try withTrace { path in
      var bytes = try Data(contentsOf: URL(filePath: path))
      // The first block of kind 6, of the first party.
      let block = try #require(bytes.firstRange(of: Data(Array("MSIM".utf8) + [6, 0, 0, 0])))
      bytes[block.upperBound] ^= 1
      try bytes.write(to: URL(filePath: path))
      let run = try Programs.matterSim("replay --core wasm \(path)")
      #expect(run.exitStatus == 4, "\(run.output) \(run.errors)")
      #expect(run.output.contains("units of fuel, and the same module under the same engine had"))
      // Another module is not held to it.
      #expect(try Programs.matterSim("replay --core wasm:wasmkit \(path)").exitStatus == 0)
    }
  }
}
