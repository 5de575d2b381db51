import Glibc

/// Emphasis on a terminal, and none anywhere else.
package struct TextStyle: Equatable, Sendable {
  package let usesColour: Bool

  package init(usesColour: Bool) {
    self.usesColour = usesColour
  }

  /// The style for a file descriptor: colour on a terminal that can show it, unless the
  /// environment variable `NO_COLOR` is set to anything (no-color.org).
  package init(descriptor: Int32, environment: (String) -> String?) {
    let refused = !(environment("NO_COLOR") ?? "").isEmpty
    let dumb = environment("TERM") == "dumb"
    usesColour = isatty(descriptor) == 1 && !refused && !dumb
  }

  package func bold(_ text: String) -> String { wrapped(text, code: "1") }
  package func dim(_ text: String) -> String { wrapped(text, code: "2") }
  package func red(_ text: String) -> String { wrapped(text, code: "31") }
  package func green(_ text: String) -> String { wrapped(text, code: "32") }
  package func yellow(_ text: String) -> String { wrapped(text, code: "33") }

  private func wrapped(_ text: String, code: String) -> String {
    usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
