/// Whether an option must be given, and what holds when it is not.
package enum OptionPresence: Equatable, Sendable {
  case optional
  case required
  /// The text tells the default.
  case defaulted(String)
  /// It may be given any number of times.
  case repeated
}

/// An option as the parser and the help see it, whatever the type of its value.
package protocol OptionDeclaration: Sendable {
  /// Without the leading dashes.
  var name: String { get }
  /// What stands for the value in help, or nil when the option takes none.
  var valueName: String? { get }
  /// Half a line, without a capital or a final stop.
  var summary: String { get }
  var presence: OptionPresence { get }
  /// The value that a text stands for.
  func value(of text: String) throws(ValueProblem) -> any Sendable
}

/// An option that is there or not.
package struct Flag: OptionDeclaration {
  package let name: String
  package let summary: String
  package var valueName: String? { nil }
  package var presence: OptionPresence { .optional }

  package init(_ name: String, summary: String) {
    self.name = name
    self.summary = summary
  }

  package func value(of text: String) throws(ValueProblem) -> any Sendable { true }
}

/// An option with a value, that may be left out. It may be given once.
package struct Option<Value: Sendable>: OptionDeclaration {
  package let name: String
  package let valueName: String?
  package let summary: String
  package var presence: OptionPresence { .optional }
  private let parser: ValueParser<Value>

  package init(_ name: String, value: String, summary: String, parser: ValueParser<Value>) {
    self.name = name
    valueName = value
    self.summary = summary
    self.parser = parser
  }

  package func value(of text: String) throws(ValueProblem) -> any Sendable {
    try parser.parse(text)
  }

  /// The same option, for a command that cannot do without.
  package var required: RequiredOption<Value> { RequiredOption(option: self) }

  /// The same option, for a command that knows what to do without.
  package func defaulting(to value: Value, shownAs text: String) -> DefaultedOption<Value> {
    DefaultedOption(option: self, defaultValue: value, defaultText: text)
  }

  /// The same option, to be given any number of times.
  package var repeated: RepeatedOption<Value> { RepeatedOption(option: self) }
}

/// An option that must be given.
package struct RequiredOption<Value: Sendable>: OptionDeclaration {
  fileprivate let option: Option<Value>

  package var name: String { option.name }
  package var valueName: String? { option.valueName }
  package var summary: String { option.summary }
  package var presence: OptionPresence { .required }

  package func value(of text: String) throws(ValueProblem) -> any Sendable {
    try option.value(of: text)
  }
}

/// An option with a value for when it is not given.
package struct DefaultedOption<Value: Sendable>: OptionDeclaration {
  fileprivate let option: Option<Value>
  package let defaultValue: Value
  fileprivate let defaultText: String

  package var name: String { option.name }
  package var valueName: String? { option.valueName }
  package var summary: String { option.summary }
  package var presence: OptionPresence { .defaulted(defaultText) }

  package func value(of text: String) throws(ValueProblem) -> any Sendable {
    try option.value(of: text)
  }
}

/// An option that may be given any number of times.
package struct RepeatedOption<Value: Sendable>: OptionDeclaration {
  fileprivate let option: Option<Value>

  package var name: String { option.name }
  package var valueName: String? { option.valueName }
  package var summary: String { option.summary }
  package var presence: OptionPresence { .repeated }

  package func value(of text: String) throws(ValueProblem) -> any Sendable {
    try option.value(of: text)
  }
}
