/// The command line of one run, read and checked against what its command declares.
///
/// Values are fetched with the declaration that the command itself lists, which fixes their type.
package struct Arguments: Sendable {
  private var optionValues: [String: [any Sendable]] = [:]
  private var operandValues: [any Sendable] = []
  private let declaredNames: Set<String>

  init(declaring options: [any OptionDeclaration]) {
    declaredNames = Set(options.map(\.name))
  }

  package subscript(flag: Flag) -> Bool {
    !values(ofOption: flag.name).isEmpty
  }

  package subscript<Value>(option: Option<Value>) -> Value? {
    values(ofOption: option.name).first.map(typed)
  }

  package subscript<Value>(option: RequiredOption<Value>) -> Value {
    guard let value = values(ofOption: option.name).first else {
      preconditionFailure("a required option is there, or the command line was refused")
    }
    return typed(value)
  }

  package subscript<Value>(option: DefaultedOption<Value>) -> Value {
    values(ofOption: option.name).first.map(typed) ?? option.defaultValue
  }

  package subscript<Value>(option: RepeatedOption<Value>) -> [Value] {
    values(ofOption: option.name).map(typed)
  }

  package subscript<Value>(operand: Operand<Value>) -> Value {
    precondition(operandValues.count == 1, "the command declares this one operand")
    return typed(operandValues[0])
  }

  package subscript<Value>(operands: OperandList<Value>) -> [Value] {
    operandValues.map(typed)
  }

  /// Text too for a command with formats of its own.
  var outputFormat: OutputFormat {
    values(ofOption: CommonOptions.format.name).first as? OutputFormat
      ?? CommonOptions.format.defaultValue
  }

  mutating func add(_ value: any Sendable, toOption name: String) {
    optionValues[name, default: []].append(value)
  }

  mutating func addOperand(_ value: any Sendable) {
    operandValues.append(value)
  }

  func has(_ option: any OptionDeclaration) -> Bool {
    optionValues[option.name] != nil
  }

  var operandCount: Int { operandValues.count }

  private func values(ofOption name: String) -> [any Sendable] {
    precondition(declaredNames.contains(name), "a command reads only options that it declares")
    return optionValues[name] ?? []
  }

  private func typed<Value>(_ value: any Sendable) -> Value {
    guard let value = value as? Value else {
      preconditionFailure("an option is read with the declaration that it was parsed with")
    }
    return value
  }
}
