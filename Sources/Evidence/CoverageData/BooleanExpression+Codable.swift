public import MCDCKernel

/// As JSON, an object with one member: `{"condition": 0}`, `{"not": e}`, `{"and": [l, r]}` or
/// `{"or": [l, r]}`.
extension BooleanExpression: Codable {
  private enum Member: String, CodingKey, CaseIterable {
    case condition, not, and, or
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Member.self)
    guard let member = container.allKeys.first, container.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath,
          debugDescription: "an expression has one member: condition, not, and, or"))
    }
    switch member {
    case .condition:
      self = .condition(try container.decode(Int.self, forKey: member))
    case .not:
      self = .not(try container.decode(BooleanExpression.self, forKey: member))
    case .and:
      var sides = try container.nestedUnkeyedContainer(forKey: member)
      self = .and(
        try sides.decode(BooleanExpression.self), try sides.decode(BooleanExpression.self))
    case .or:
      var sides = try container.nestedUnkeyedContainer(forKey: member)
      self = .or(
        try sides.decode(BooleanExpression.self), try sides.decode(BooleanExpression.self))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Member.self)
    switch self {
    case .condition(let position): try container.encode(position, forKey: .condition)
    case .not(let inner): try container.encode(inner, forKey: .not)
    case .and(let left, let right): try container.encode([left, right], forKey: .and)
    case .or(let left, let right): try container.encode([left, right], forKey: .or)
    }
  }
}
