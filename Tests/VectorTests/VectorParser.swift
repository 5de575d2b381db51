import Foundation

/// Reads the format of NIST's CAVS and its relatives.
///
/// Blocks of `name = value` lines are separated by blank lines. A block that holds the result is
/// a case; what stands in other blocks and in brackets holds for all cases that follow.
struct VectorParser {
  /// The name whose presence makes a block a case.
  let result: String
  private(set) var cases: [VectorCase] = []

  private var context: [String: String] = [:]
  private var block: [String: String] = [:]
  private var headings: [String] = []
  private var headingsAreComplete = false

  init(result: String) {
    self.result = result
  }

  mutating func read(_ text: String) {
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.isEmpty {
        endBlock()
      } else if line.hasPrefix("[") {
        endBlock()
        readHeading(String(line.dropFirst().prefix { $0 != "]" }))
      } else if !line.hasPrefix("#") {
        Self.add(line, to: &block)
      }
    }
    endBlock()
  }

  /// `name = value, name = value`, or words: those below one another belong together.
  private mutating func readHeading(_ heading: String) {
    if heading.contains("=") {
      for value in heading.split(separator: ",") { Self.add(String(value), to: &context) }
    } else {
      headings = headingsAreComplete ? [heading] : headings + [heading]
      headingsAreComplete = false
    }
  }

  private mutating func endBlock() {
    let values = context.merging(block) { _, new in new }
    if block[result] == nil {
      context = values
    } else {
      cases.append(VectorCase(headings: headings, values: values))
      headingsAreComplete = true
    }
    block = [:]
  }

  private static func add(_ line: String, to values: inout [String: String]) {
    let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    if parts.count == 2 { values[parts[0]] = parts[1] }
  }
}
