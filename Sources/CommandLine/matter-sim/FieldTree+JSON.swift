import CommandLineInterface
import Words

extension JSONFields {
  init(_ members: [FieldMember]) {
    self.init(members.map { (name: $0.name, value: JSONValue($0.value)) })
  }
}

extension JSONValue {
  init(_ tree: FieldTree) {
    self =
      switch tree {
      case .text(let text): .string(text)
      case .number(let number):
        // Above 2^53 programs that read numbers as doubles would lose digits.
        number < 1 << 53 ? .integer(Int(number)) : .string("\(number)")
      case .signed(let number):
        number.magnitude < 1 << 53 ? .integer(Int(number)) : .string("\(number)")
      case .flag(let flag): .bool(flag)
      case .bytes(let bytes): .string(hexadecimal(bytes))
      case .members(let members):
        .object(members.map { Field(name: $0.name, value: JSONValue($0.value)) })
      case .nothing: nil
      }
  }
}
