import CoverageData

/// A source with what is covered of it: one element a line, and in it marked what has a table.
struct HTMLSource {
  private let lines: [[UInt8]]
  private let marks: [Mark]

  /// A marked part of the source.
  private struct Mark {
    let range: SourceRange
    /// The anchor of its table, empty for a condition.
    let anchor: String
    let style: String
    let hits: Int?

    var openingTag: String {
      anchor.isEmpty
        ? "<span class=\"condition \(style)\">"
        : "<span class=\"part \(style)\" data-item=\"\(anchor)\">"
    }

    /// Whether a place is in it.
    func contains(line: Int, column: Int) -> Bool {
      (range.line, range.column) <= (line, column)
        && (line, column) < (range.endLine, range.endColumn)
    }
  }

  init(_ source: String, of file: FileReport) {
    lines = source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Array($0) }
    var marks: [Mark] = []
    for decision in file.decisions { marks += Self.marks(of: decision) }
    for branch in file.branches {
      marks.append(
        Mark(
          range: branch.branch.range, anchor: HTMLNames.anchor(of: branch),
          style: HTMLPage.style(branch.outcomes), hits: branch.hits.reduce(0, +)))
    }
    for (number, refusal) in file.refusals.enumerated() {
      marks.append(
        Mark(
          range: refusal.refusal.range, anchor: HTMLNames.anchor(ofRefusal: number),
          style: "gap", hits: nil))
    }
    self.marks = marks.enumerated().sorted { left, right in
      left.element.range == right.element.range
        ? left.offset < right.offset : left.element.range < right.element.range
    }.map(\.element)
  }

  private static func marks(of decision: DecisionReport) -> [Mark] {
    let whole = Mark(
      range: decision.decision.range, anchor: HTMLNames.anchor(of: decision),
      style: HTMLPage.style(decision.states), hits: decision.rows.reduce(0) { $0 + $1.hits })
    guard decision.conditions.count > 1 else { return [whole] }
    return [whole]
      + zip(decision.decision.conditions, decision.conditions).map { condition, state in
        Mark(range: condition.range, anchor: "", style: HTMLPage.style([state]), hits: nil)
      }
  }

  var html: String {
    let last = lines.last?.isEmpty == true ? lines.count - 1 : lines.count
    let rows = (0..<last).map { row(lines[$0], number: $0 + 1) }
    return "<div class=\"source\">\n\(rows.joined(separator: "\n"))\n</div>"
  }

  private func row(_ bytes: [UInt8], number: Int) -> String {
    let beginning = marks.filter { $0.range.line == number && !$0.anchor.isEmpty }
    let hits = beginning.compactMap(\.hits).max().map(String.init) ?? ""
    let style = Self.worst(beginning.map(\.style))
    let link = beginning.first.map { " href=\"#\($0.anchor)\"" } ?? ""
    let isComment = bytes.drop { $0 == UInt8(ascii: " ") }.starts(with: "//".utf8)
    return "<div class=\"line \(style)\" id=\"L\(number)\"><a class=\"number\"\(link)>\(number)</a>"
      + "<span class=\"hits\">\(hits)</span>"
      + "<code\(isComment ? " class=\"comment\"" : "")>\(content(bytes, number: number))</code></div>"
  }

  private static func worst(_ styles: [String]) -> String {
    ["gap", "excused", "ok"].first { styles.contains($0) } ?? ""
  }

  /// The line with marks around its parts. Each part closes all its marks and the next opens them
  /// again: so marks may lie in each other in any way, and go on over several lines.
  private func content(_ bytes: [UInt8], number: Int) -> String {
    let here = marks.filter { $0.range.line <= number && number <= $0.range.endLine }
    var edges: Set<Int> = [1, bytes.count + 1]
    for mark in here {
      if mark.range.line == number { edges.insert(mark.range.column) }
      if mark.range.endLine == number { edges.insert(mark.range.endColumn) }
    }
    let columns = edges.filter { (1...(bytes.count + 1)).contains($0) }.sorted()
    var html = ""
    for (start, end) in zip(columns, columns.dropFirst()) {
      let text = HTMLPage.escaped(String(decoding: bytes[(start - 1)..<(end - 1)], as: UTF8.self))
      let around = here.filter { $0.contains(line: number, column: start) }
      let isIndentation = text.allSatisfy { $0 == " " }
      html +=
        isIndentation
        ? text
        : around.map(\.openingTag).joined() + text
          + String(repeating: "</span>", count: around.count)
    }
    return html
  }
}
