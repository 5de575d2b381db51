import CoverageData
import SwiftIfConfig
import SwiftOperators
import SwiftParser
import SwiftSyntax

/// A source, its tree with the operators put in their order, and what of it `#if` leaves.
struct SourceUnit {
  let path: String
  let module: String
  let bytes: [UInt8]
  let tree: SourceFileSyntax
  let regions: ConfiguredRegions
  private let converter: SourceLocationConverter

  init(
    path: String, module: String, text: String, operators: OperatorTable,
    configuration: StaticBuildConfiguration
  ) {
    self.path = path
    self.module = module
    bytes = Array(text.utf8)
    tree = OperatorFolding(operators).visit(Parser.parse(source: text))
    regions = tree.configuredRegions(in: configuration)
    converter = SourceLocationConverter(fileName: path, tree: tree)
  }

  /// The range without the blanks and comments around it.
  func range(of node: some SyntaxProtocol) -> SourceRange {
    range(from: node.positionAfterSkippingLeadingTrivia, to: node.endPositionBeforeTrailingTrivia)
  }

  func range(from start: AbsolutePosition, to end: AbsolutePosition) -> SourceRange {
    let first = converter.location(for: start)
    let last = converter.location(for: end)
    return SourceRange(
      line: first.line, column: first.column, endLine: last.line, endColumn: last.column)
  }
}

extension SyntaxProtocol {
  /// Where its first token begins, in bytes.
  var start: Int { positionAfterSkippingLeadingTrivia.utf8Offset }
  /// One past its last token, in bytes.
  var end: Int { endPositionBeforeTrailingTrivia.utf8Offset }

  /// Its text on one line, without comments.
  var oneLine: String {
    var text = ""
    var isApart = false
    for token in tokens(viewMode: .sourceAccurate) {
      if !token.leadingTrivia.isEmpty { isApart = true }
      if isApart, !text.isEmpty { text += " " }
      text += token.text
      isApart = !token.trailingTrivia.isEmpty
    }
    return text
  }
}
