import CoverageData
import MCDCKernel

extension CoverageReport {
  /// Excuses what the justifications name, and notes what is wrong with them.
  mutating func apply(_ justifications: [Justification]) {
    for (number, justification) in justifications.enumerated() {
      if let problem = excuse(justification) {
        problems.append("justification \(number + 1), \(justification.subject): \(problem)")
      }
    }
    for module in modules where module.totals.justifiedHundredths > Justification.limit {
      problems.append(
        "\(module.name): \(percent(module.totals.justifiedHundredths)) is justified and not "
          + "covered, more than the \(percent(Justification.limit)) allowed; cover some of it")
    }
  }

  /// - Returns: what is wrong, if something is.
  private mutating func excuse(_ justification: Justification) -> String? {
    var matches: [JustificationMatch] = []
    for module in modules.indices {
      for file in modules[module].files.indices
      where modules[module].files[file].path == justification.file {
        matches += modules[module].files[file].excuse(justification)
      }
    }
    if matches.isEmpty { return "nothing matches it; correct or delete it" }
    if matches.contains(.reached) { return "it is covered; delete the justification" }
    if !matches.contains(.excused) {
      return "it excuses nothing that is not excused already; correct or delete it"
    }
    return nil
  }
}

/// What a justification did to one thing that it names.
enum JustificationMatch {
  case excused
  /// What it says cannot be was recorded.
  case reached
  case nothingToExcuse
}

extension FileReport {
  fileprivate mutating func excuse(_ justification: Justification) -> [JustificationMatch] {
    let decisions = justification.meant(
      self.decisions.indices.filter { number in
        justification.isAbout(
          self.decisions[number].decision.text, in: self.decisions[number].decision.function)
      })
    let branches = justification.meant(
      self.branches.indices.filter { number in
        justification.isAbout(
          self.branches[number].branch.text, in: self.branches[number].branch.function)
      })
    var matches: [JustificationMatch] = []
    for number in decisions { matches += self.decisions[number].excuse(justification) }
    for number in branches { matches += self.branches[number].excuse(justification) }
    return matches
  }
}

extension Justification {
  fileprivate func isAbout(_ text: String, in function: String) -> Bool {
    self.text.inOneLine == text.inOneLine && self.function == function
  }

  /// Those of the same text that are meant.
  fileprivate func meant(_ alike: [Int]) -> [Int] {
    guard let occurrence else { return alike }
    return alike.indices.contains(occurrence - 1) ? [alike[occurrence - 1]] : []
  }
}

extension DecisionReport {
  fileprivate mutating func excuse(_ justification: Justification) -> [JustificationMatch] {
    if let text = justification.condition {
      let positions = decision.conditions.indices.filter {
        decision.conditions[$0].text.inOneLine == text.inOneLine
      }
      return positions.map { excuse(condition: $0, justification) }
    }
    switch justification.outcome {
    case nil: return [excuseEverything(justification)]
    case "true"?: return [excuse(outcome: 0, justification)]
    case "false"?: return [excuse(outcome: 1, justification)]
    case _?: return []
    }
  }

  private mutating func excuse(
    condition: Int, _ justification: Justification
  ) -> JustificationMatch {
    guard conditions[condition] != .covered else { return .reached }
    if let outcome = justification.outcome {
      let value = outcome == "true"
      guard !isDecided(condition, as: value) else { return .reached }
      guard isDecided(condition, as: !value) else { return .nothingToExcuse }
    }
    return Self.excuse(&conditions[condition], justification)
  }

  /// A decision that never has one of its outcomes cannot show any of its conditions.
  private mutating func excuse(
    outcome: Int, _ justification: Justification
  ) -> JustificationMatch {
    guard outcomes[outcome] != .covered else { return .reached }
    for condition in conditions.indices {
      conditions[condition] = conditions[condition].excused(by: justification)
    }
    return Self.excuse(&outcomes[outcome], justification)
  }

  private mutating func excuseEverything(_ justification: Justification) -> JustificationMatch {
    guard rows.isEmpty else { return .reached }
    guard !gaps.isEmpty else { return .nothingToExcuse }
    conditions = conditions.map { $0.excused(by: justification) }
    outcomes = outcomes.map { $0.excused(by: justification) }
    return .excused
  }

  fileprivate static func excuse(
    _ state: inout CoverageState, _ justification: Justification
  ) -> JustificationMatch {
    guard state.gap != nil else { return .nothingToExcuse }
    state = .justified(justification)
    return .excused
  }
}

extension BranchReport {
  fileprivate mutating func excuse(_ justification: Justification) -> [JustificationMatch] {
    guard justification.condition == nil else { return [] }
    guard let name = justification.outcome else {
      guard outcomes.allSatisfy({ $0 != .covered }) else { return [.reached] }
      guard !gaps.isEmpty else { return [.nothingToExcuse] }
      outcomes = outcomes.map { $0.excused(by: justification) }
      return [.excused]
    }
    return branch.outcomes.indices.filter { branch.outcomes[$0] == name }.map { outcome in
      guard outcomes[outcome] != .covered else { return .reached }
      return DecisionReport.excuse(&outcomes[outcome], justification)
    }
  }
}
