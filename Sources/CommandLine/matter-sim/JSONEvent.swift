import CommandLineInterface
import HostShell

/// What belongs to an event, in the order in which it is written.
struct JSONFields: ExpressibleByDictionaryLiteral {
  fileprivate let fields: [JSONValue.Field]

  init(_ fields: [(name: String, value: JSONValue)]) {
    self.fields = fields.map { JSONValue.Field(name: $0.name, value: $0.value) }
  }

  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.map { (name: $0, value: $1) })
  }

  static func + (left: JSONFields, right: JSONFields) -> JSONFields {
    JSONFields((left.fields + right.fields).map { (name: $0.name, value: $0.value) })
  }
}

extension JSONValue {
  /// One line of output: its kind first, then the party if it is of one, then the rest.
  static func event(_ name: String, of party: Party? = nil, _ fields: JSONFields) -> JSONValue {
    var head: JSONFields = ["event": .string(name)]
    if let party { head = head + ["party": .string(party.name)] }
    return .object((head + fields).fields)
  }
}
