import CoreEngines
import Testing

/// One instance for a long life.
@Suite(.timeLimit(.minutes(5)))
struct ManyPairingsTests {
  @Test func tenThousandPairingsInOneInstanceNeedNoMoreMemory() throws {
    let engine = try Wasmtime.engine()
    let module = try CoreFile(path: Wasmtime.module()).bytes
    let pair = try WasmPair(module, engine: engine, seed: 1)
    let before = pair.memorySizes
    let start = ContinuousClock.now
    for round in 1...10_000 {
      try #require(try pair.pairAndClose(), "pairing \(round)")
    }
    #expect(pair.memorySizes == before)
    #expect(pair.fuelOfMostExpensiveStep < CoreInterface.fuelPerStep)
    print("10,000 pairings in \(ContinuousClock.now - start), memories of \(before) bytes")
  }
}
