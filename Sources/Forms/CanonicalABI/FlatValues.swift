/// The core WebAssembly values by which the canonical ABI passes one argument: an `i32` or `i64`
/// each, kept as 64 bits.
///
/// Source: Component Model, Canonical ABI, "Flattening".
public struct FlatValues: Equatable, Sendable {
  /// More than this many are not passed as parameters (`MAX_FLAT_PARAMS`). The generator makes no
  /// code for a port that would need more.
  public static let largestCount = 16

  private var slots = [16 of UInt64](repeating: 0)

  /// How many there are.
  public private(set) var count = 0

  public init() {}

  public mutating func append(_ value: UInt64) {
    precondition(count < Self.largestCount, "a port has at most 16 flat values")
    slots[count] = value
    count += 1
  }

  /// The `index`th as 64 bits.
  public subscript(index: Int) -> UInt64 {
    precondition(index < count, "index within the values in use")
    return slots[index]
  }

  public static func == (left: FlatValues, right: FlatValues) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where left.slots[index] != right.slots[index] { return false }
    return true
  }
}
