/// An event of an input, as JSON a pair: `[0, 17]` is event 17 of the first input.
public struct EventReference: Codable, Hashable, Sendable {
  /// The position in `RawCoverage.inputs`.
  public var input: Int
  /// The number that `matter-sim replay` and `explain` print.
  public var number: Int

  public init(input: Int, number: Int) {
    self.input = input
    self.number = number
  }

  public init(from decoder: any Decoder) throws {
    var pair = try decoder.unkeyedContainer()
    input = try pair.decode(Int.self)
    number = try pair.decode(Int.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var pair = encoder.unkeyedContainer()
    try pair.encode(input)
    try pair.encode(number)
  }
}
