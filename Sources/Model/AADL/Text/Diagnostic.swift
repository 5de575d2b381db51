/// What is wrong with a model, and where.
package struct Diagnostic: Sendable {
  package enum Severity: String, Sendable {
    case error
    case warning
  }

  package let severity: Severity
  package let message: String
  package let location: SourceLocation

  package init(
    _ message: String, at location: SourceLocation, severity: Severity = .error
  ) {
    self.severity = severity
    self.message = message
    self.location = location
  }

  /// `file:line:column: error: message`.
  package var summary: String { "\(location.text): \(severity.rawValue): \(message)" }

  /// The summary, the line of the source, and a caret below the place.
  package var text: String {
    let line = location.source.lineText(at: location.range.lowerBound)
    let column = location.column
    let shown = Self.excerpt(of: line, around: column)
    let length = location.source.string(location.range).prefix { $0 != "\n" }.unicodeScalars.count
    let room = max(1, shown.text.unicodeScalars.count - shown.caret)
    let marker = "^" + String(repeating: "~", count: max(0, min(length, room) - 1))
    let margin = String(repeating: " ", count: shown.caret)
    return "\(summary)\n    \(shown.text)\n    \(margin)\(marker)"
  }

  /// At most 100 characters of a line, and where in them the column is. Characters that do not
  /// show, tabs among them, become spaces so that the caret stands below its place.
  private static func excerpt(of line: String, around column: Int) -> (text: String, caret: Int) {
    let scalars = Array(line.unicodeScalars)
    let start = column > 80 ? column - 40 : 0
    let end = min(scalars.count, start + 100)
    var text = ""
    for scalar in scalars[min(start, end)..<end] {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    return (text, max(0, column - 1 - start))
  }
}

extension Diagnostic: Comparable {
  /// By file, then by place.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    let (leftName, rightName) = (left.location.source.name, right.location.source.name)
    if leftName != rightName { return leftName < rightName }
    let (leftStart, rightStart) = (left.location.range.lowerBound, right.location.range.lowerBound)
    if leftStart != rightStart { return leftStart < rightStart }
    return left.message < right.message
  }

  package static func == (left: Diagnostic, right: Diagnostic) -> Bool {
    left.severity == right.severity && left.message == right.message
      && left.location.source === right.location.source
      && left.location.range == right.location.range
  }
}
