/// The options that every command has.
package enum CommonOptions {
  package static let format = Option(
    "format", value: "text|json",
    summary: "text for people, or JSON Lines for programs", parser: .choice(of: OutputFormat.self)
  ).defaulting(to: .text, shownAs: "text")

  package static let help = Flag("help", summary: "print this help")
}
