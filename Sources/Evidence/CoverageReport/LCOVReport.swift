import CoverageData
import MCDCKernel

/// The report as a tracefile of LCOV 2.x (geninfo(1), "FILES"): lines, branches and, in its `MCDC`
/// records, for each condition whether it decided as true and as false.
///
/// What is justified counts as not covered here: the format has no word for it.
struct LCOVReport {
  let report: CoverageReport

  var text: String {
    report.modules.flatMap(\.files).map(record(of:)).joined()
  }

  private func record(of file: FileReport) -> String {
    let lines = lineHits(of: file)
    let branches = branchRecords(of: file)
    let conditions = conditionRecords(of: file)
    var record = ["TN:", "SF:\(file.path)"]
    record += branches.map(\.text)
    record += ["BRF:\(branches.count)", "BRH:\(branches.count(where: \.isHit))"]
    record += conditions.map(\.text)
    record += ["MCF:\(conditions.count)", "MCH:\(conditions.count(where: \.isHit))"]
    record += lines.sorted { $0.key < $1.key }.map { "DA:\($0.key),\($0.value)" }
    record += ["LF:\(lines.count)", "LH:\(lines.values.count { $0 > 0 })", "end_of_record"]
    return record.joined(separator: "\n") + "\n"
  }

  private struct Entry {
    let text: String
    let isHit: Bool
  }

  /// Only lines on which something begins that is to be covered are known.
  private func lineHits(of file: FileReport) -> [Int: Int] {
    var lines: [Int: Int] = [:]
    for decision in file.decisions {
      lines[decision.decision.range.line, default: 0] += decision.rows.reduce(0) { $0 + $1.hits }
    }
    for branch in file.branches {
      lines[branch.branch.range.line, default: 0] += branch.hits.reduce(0, +)
    }
    for refusal in file.refusals { lines[refusal.refusal.range.line, default: 0] += 0 }
    return lines
  }

  /// One block for each decision and branch of a line.
  private func branchRecords(of file: FileReport) -> [Entry] {
    var places: [(line: Int, hits: [Int])] = file.decisions.map { decision in
      let hits = [true, false].map { outcome in
        decision.rows.filter { $0.vector.outcome == outcome }.reduce(0) { $0 + $1.hits }
      }
      return (decision.decision.range.line, hits)
    }
    places += file.branches.map { ($0.branch.range.line, $0.hits) }
    var blocks: [Int: Int] = [:]
    return places.flatMap { line, hits in
      let block = blocks[line, default: 0]
      blocks[line] = block + 1
      let isReached = hits.contains { $0 > 0 }
      return hits.enumerated().map { branch, count in
        Entry(
          text: "BRDA:\(line),\(block),\(branch),\(isReached ? String(count) : "-")",
          isHit: count > 0)
      }
    }
  }

  /// LCOV tells decisions of one line apart only by their size: of those alike it gets one group,
  /// in which a condition is covered only where it is in all.
  private func conditionRecords(of file: FileReport) -> [Entry] {
    let groups = Dictionary(grouping: file.decisions) { decision in
      Group(line: decision.decision.range.line, size: decision.decision.conditions.count)
    }
    return groups.keys.sorted { ($0.line, $0.size) < ($1.line, $1.size) }.flatMap { group in
      (0..<group.size).flatMap { position in
        [true, false].map { sense in
          entry(of: position, as: sense, group, groups[group] ?? [])
        }
      }
    }
  }

  private struct Group: Hashable {
    let line: Int
    let size: Int
  }

  private func entry(
    of position: Int, as sense: Bool, _ group: Group, _ decisions: [DecisionReport]
  ) -> Entry {
    let isHit = decisions.allSatisfy { $0.isDecided(position, as: sense) }
    let text = decisions.map { $0.decision.conditions[position].text.inOneLine }
      .joined(separator: " | ")
    let senseAndTaken = "\(sense ? "t" : "f"),\(isHit ? 1 : 0)"
    return Entry(
      text: "MCDC:\(group.line),\(group.size),\(senseAndTaken),\(position),\(text)", isHit: isHit)
  }
}
