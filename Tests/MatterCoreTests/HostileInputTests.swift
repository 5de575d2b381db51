import CoreSeam
import MatterBytes
import MatterWire
import Testing

/// A node under any datagrams and any orders, for 200,000 inputs.
@Suite struct HostileInputTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func noInputTrapsTheCoreOrHarmsItsSessions(_ seed: UInt64) throws {
    let run = try HostileRun(seed: seed)
    for _ in 0..<25 {
      for _ in 0..<1000 { try run.step() }
      try run.settle()
    }
    #expect(run.inputs >= 25_000)
  }
}
