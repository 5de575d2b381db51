/// How a report is written.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// For people at a terminal.
  case text
  /// One object, for programs.
  case json
  /// A tracefile of LCOV 2.x with MC/DC records.
  case lcov
  /// A folder of pages that need nothing but a browser.
  case html
}
