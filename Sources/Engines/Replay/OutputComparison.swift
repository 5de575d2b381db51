import CoreSeam
import TraceFormat

/// Compares what a core emits with what was recorded of a party: each value, their order, and the
/// step of each.
///
/// Where the trace and the engine both tell the steps, an output must come in the very step in which
/// it was recorded. Where only the engine does, it must come in the step of an input that stands
/// before it in the trace: the recorded core needed no later one. So a core that answers late is
/// found either way.
package struct OutputComparison {
  /// A difference between the two.
  package struct Difference {
    /// What was recorded; nil when nothing more was.
    package let expected: TraceEvent?
    /// What the core emitted; nil when it emitted nothing more.
    package let got: OutEvent?
    package let otherStep: OtherStep?
  }

  /// Outputs that were the same.
  package private(set) var comparedCount = 0

  private let isExact: Bool
  private var expected = Queue<(event: TraceEvent, step: Int)>()
  private var emitted = Queue<(event: OutEvent, step: Int?)>()
  /// The places in the trace of the inputs whose steps are still compared.
  private var inputs = Queue<Int>()
  private var forgottenInputs = 0
  private var recordedSteps = 0
  private var endedSteps = 0
  private let tellsSteps: Bool

  /// - Parameters:
  ///   - recordsSteps: whether the trace tells the step of each output.
  ///   - tellsSteps: whether the engine does.
  package init(recordsSteps: Bool, tellsSteps: Bool) {
    self.tellsSteps = tellsSteps
    isExact = recordsSteps && tellsSteps
  }

  /// The first recorded output that the core has not emitted.
  package var missing: TraceEvent? { expected.first?.event }
  package var missingCount: Int { expected.count }
  /// The first output that was not recorded.
  package var surplus: OutEvent? { emitted.first?.event }

  /// Takes the next event of the trace.
  package mutating func take(_ event: TraceEvent) {
    switch event.content {
    case .input: inputs.append(event.number)
    case .output:
      let step = isExact ? recordedSteps + 1 : forgottenInputs + inputs.count
      expected.append((event, step))
    }
  }

  /// The trace says that a step has ended.
  package mutating func endRecordedStep() {
    recordedSteps += 1
  }

  /// The core has emitted an output.
  package mutating func take(_ output: OutEvent) {
    emitted.append((output, tellsSteps ? endedSteps + 1 : nil))
  }

  /// The core has ended a step.
  package mutating func endStep() {
    endedSteps += 1
  }

  /// The first difference among the outputs that are known from both sides.
  package mutating func difference() -> Difference? {
    while let wanted = expected.first, let got = emitted.first {
      guard wanted.event.content == .output(got.event) else {
        return Difference(expected: wanted.event, got: got.event, otherStep: nil)
      }
      if let step = got.step, isExact ? step != wanted.step : step > wanted.step {
        return Difference(
          expected: wanted.event, got: got.event,
          otherStep: OtherStep(
            isLatest: !isExact, recorded: number(ofInput: wanted.step),
            got: number(ofInput: step)))
      }
      _ = expected.popFirst()
      _ = emitted.popFirst()
      comparedCount += 1
      forget(before: min(wanted.step, got.step ?? wanted.step))
    }
    return nil
  }

  /// The place in the trace of the input of a step, which are numbered from 1; 0 when the trace does
  /// not have it.
  private func number(ofInput step: Int) -> Int {
    let index = step - 1 - forgottenInputs
    return (0..<inputs.count).contains(index) ? inputs[index] : 0
  }

  private mutating func forget(before step: Int) {
    while forgottenInputs < step - 1, inputs.popFirst() != nil { forgottenInputs += 1 }
  }
}

/// The right output in the step of another input than recorded.
public struct OtherStep: Equatable, Sendable {
  /// Whether the trace tells only the latest input that the output can belong to.
  public let isLatest: Bool
  /// The place in the trace of the input that it belongs to there.
  public let recorded: Int
  /// The place of the input in whose step the core emitted it.
  public let got: Int
}
