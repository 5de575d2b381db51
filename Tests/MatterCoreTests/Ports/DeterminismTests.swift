import CoreSeam
import MatterBytes
import MatterCore
import Testing

/// Same inputs, same outputs: what a trace's replay stands on.
@Suite struct DeterminismTests {
  @Test(arguments: 0..<12 as Range<UInt64>)
  func theInputsOfALossyRunGiveTheSameOutputsAgain(_ seed: UInt64) throws {
    let run = try LossyRun(seed: seed)
    run.talk()
    for node in [run.simulation.commissioner, run.simulation.device] {
      var core = VerifiedCore()
      var outputs: [OutEvent] = []
      var outbox = Outbox()
      for input in node.inputs {
        outbox.removeAll()
        core.step(input, into: &outbox)
        outputs += SimulatedNode.events(in: outbox.bytes)
      }
      #expect(outputs.count > 10)
      #expect(outputs.count == node.outputs.count, "seed \(seed)")
      #expect(
        outputs.map { $0.frame().bytes.array } == node.outputs.map { $0.frame().bytes.array },
        "seed \(seed)")
    }
  }

  @Test func whatAnEarlierStepLeftInTheOutboxIsNotTouched() {
    var core = VerifiedCore()
    var outbox = Outbox()
    core.step(.clock(5), into: &outbox)
    let first = SimulatedNode.events(in: outbox.bytes)
    core.step(.clock(4), into: &outbox)
    let both = SimulatedNode.events(in: outbox.bytes)
    #expect(both == first + [.message(.notice(.inputRejected(.clockWentBack)))])
  }
}
