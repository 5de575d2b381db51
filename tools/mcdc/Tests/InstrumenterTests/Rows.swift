import CoverageData
import MCDCKernel
import Testing

/// What an instrumented program has printed: its own lines, and what the probe has noted.
struct Rows {
  let results: [String]
  private(set) var decisions: [Int: [ConditionVector]] = [:]
  private(set) var branches: [Int: [Int: Int]] = [:]

  init(_ output: String) throws {
    var results: [String] = []
    for line in output.split(separator: "\n").map(String.init) {
      let words = line.split(separator: " ")
      let numbers = words.dropFirst().compactMap { Int($0) }
      switch words.first {
      case "decision":
        decisions[numbers[0], default: []].append(
          ConditionVector(
            evaluated: UInt64(numbers[1]), values: UInt64(numbers[2]), outcome: numbers[3] == 1))
      case "branch": branches[numbers[0], default: [:]][numbers[1]] = numbers[2]
      default: results.append(line)
      }
    }
    self.results = results
  }

  /// `TF → F, TT → T`, in the order of the letters.
  func text(of decision: CoverageManifest.Decision) -> String {
    (decisions[decision.id] ?? []).map { $0.text(conditions: decision.conditions.count) }
      .sorted().joined(separator: ", ")
  }

  /// `nil 1, value 3`
  func text(of branch: CoverageManifest.Branch) -> String {
    branch.outcomes.indices.compactMap { outcome in
      branches[branch.id]?[outcome].map { "\(branch.outcomes[outcome]) \($0)" }
    }.joined(separator: ", ")
  }
}
