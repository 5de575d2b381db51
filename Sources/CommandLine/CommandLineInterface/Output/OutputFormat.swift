/// How results are written to standard output.
package enum OutputFormat: String, CaseIterable, Sendable {
  /// For people.
  case text
  /// One JSON object a line, with stable field names.
  case json
}
