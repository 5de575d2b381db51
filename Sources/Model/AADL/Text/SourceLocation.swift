/// A stretch of one text.
package struct SourceLocation: Sendable {
  package let source: SourceText
  package let range: Range<Int>

  package init(source: SourceText, range: Range<Int>) {
    self.source = source
    self.range = range
  }

  /// From the start of this stretch to the end of another of the same text.
  package func through(_ other: SourceLocation) -> SourceLocation {
    SourceLocation(
      source: source, range: range.lowerBound..<max(range.upperBound, other.range.upperBound))
  }

  package var line: Int { source.line(of: range.lowerBound) }
  package var column: Int { source.column(of: range.lowerBound) }

  /// `file:line:column`.
  package var text: String { "\(source.name):\(line):\(column)" }
}
