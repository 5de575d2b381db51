/// `text` fit to stand in a line of the terminal: control characters and others that do not show
/// are written as escapes.
package func escaped(_ text: String) -> String {
  text.unicodeScalars.map { scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
      "\\u{" + String(scalar.value, radix: 16) + "}"
    default:
      String(scalar)
    }
  }.joined()
}

/// As `escaped`, and cut when it is very long.
package func printable(_ text: String) -> String {
  let longest = 80
  let shown = escaped(String(text.prefix(longest)))
  return text.count > longest ? shown + "…" : shown
}
