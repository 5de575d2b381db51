/// What a command takes besides options, as the parser and the help see it.
package protocol OperandDeclaration: Sendable {
  /// What stands for it in help, in capitals.
  var name: String { get }
  /// Half a line, without a capital or a final stop.
  var summary: String { get }
  /// Whether it may be given more than once. Once it must be given in any case.
  var isList: Bool { get }
  /// The value that a text stands for.
  func value(of text: String) throws(ValueProblem) -> any Sendable
}

/// An operand given exactly once.
package struct Operand<Value: Sendable>: OperandDeclaration {
  package let name: String
  package let summary: String
  package var isList: Bool { false }
  private let parser: ValueParser<Value>

  package init(_ name: String, summary: String, parser: ValueParser<Value>) {
    self.name = name
    self.summary = summary
    self.parser = parser
  }

  package func value(of text: String) throws(ValueProblem) -> any Sendable {
    try parser.parse(text)
  }
}

/// An operand given once or more.
package struct OperandList<Value: Sendable>: OperandDeclaration {
  package let name: String
  package let summary: String
  package var isList: Bool { true }
  private let parser: ValueParser<Value>

  package init(_ name: String, summary: String, parser: ValueParser<Value>) {
    self.name = name
    self.summary = summary
    self.parser = parser
  }

  package func value(of text: String) throws(ValueProblem) -> any Sendable {
    try parser.parse(text)
  }
}
