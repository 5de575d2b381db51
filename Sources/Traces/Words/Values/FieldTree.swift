/// A decoded value with its members, to be shown.
package indirect enum FieldTree: Equatable, Sendable {
  case text(String)
  case number(UInt64)
  case signed(Int64)
  case flag(Bool)
  case bytes([UInt8])
  case members([FieldMember])
  /// There is no value.
  case nothing

  /// The value in one line; members in braces.
  package var line: String {
    switch self {
    case .text(let text): text
    case .number(let value): "\(value)"
    case .signed(let value): "\(value)"
    case .flag(let value): "\(value)"
    case .bytes(let bytes): hexadecimal(bytes)
    case .nothing: "none"
    case .members(let members):
      "{" + members.map { "\($0.name): \($0.value.line)" }.joined(separator: ", ") + "}"
    }
  }
}

/// A value and the name that it has where it stands.
package struct FieldMember: Equatable, Sendable {
  package let name: String
  package let value: FieldTree

  package init(_ name: String, _ value: FieldTree) {
    self.name = name
    self.value = value
  }

  /// A number.
  package init(_ name: String, _ value: some BinaryInteger) {
    self.init(name, .number(UInt64(value)))
  }

  /// A case of an enumeration, by its name.
  init(_ name: String, named value: some Equatable) {
    self.init(name, .text(caseName(value)))
  }
}
