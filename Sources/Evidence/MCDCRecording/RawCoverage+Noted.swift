public import CoverageData
public import MCDCProbe

extension RawCoverage {
  /// What the probe has noted, in the order of the manifest.
  /// - Parameter inputs: the names of what `MCDC.nextEvent` has called inputs.
  public init(inputs: [String], _ noted: [MCDC.Noted]) {
    self.init(inputs: inputs)
    for noted in noted {
      let events = noted.events.map { EventReference(input: $0.input, number: $0.number) }
      switch noted.place {
      case .decision(let id, let evaluated, let values, let outcome):
        rows.append(
          Row(
            decision: id, evaluated: evaluated, values: values, outcome: outcome,
            hits: noted.hits, events: events))
      case .branch(let id, let outcome):
        branches.append(
          BranchHit(branch: id, outcome: outcome, hits: noted.hits, events: events))
      }
    }
    rows.sort {
      ($0.decision, $0.evaluated, $0.values) < ($1.decision, $1.evaluated, $1.values)
    }
    branches.sort { ($0.branch, $0.outcome) < ($1.branch, $1.outcome) }
  }
}
