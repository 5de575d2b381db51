import MatterBytes

/// The bytes that came in at `entropy_in` and are not used up.
///
/// Each byte is handed out once, in the order of arrival, and overwritten. A draw is all or
/// nothing: a pool with too little gives nothing, never zeros.
package struct EntropyPool {
  private var bytes = [256 of UInt8](repeating: 0)
  private var head = 0
  package private(set) var count = 0
  /// Bytes asked for at `entropy_wanted` that have not come yet.
  private var outstanding = 0

  package init() {}

  /// Takes as many of `fresh` as fit.
  /// - Returns: whether all of them did.
  package mutating func fill(_ fresh: Span<UInt8>) -> Bool {
    outstanding = max(0, outstanding - fresh.count)
    let accepted = min(fresh.count, Limits.entropyPool - count)
    for index in 0..<accepted {
      bytes[(head &+ count &+ index) & (Limits.entropyPool - 1)] = fresh[index]
    }
    count += accepted
    return accepted == fresh.count
  }

  /// Takes `length` bytes, or `nil` when there are fewer.
  package mutating func draw<let length: Int>() -> [length of UInt8]? {
    guard length <= count else { return nil }
    var drawn = [length of UInt8](repeating: 0)
    for index in 0..<length {
      drawn[index] = bytes[head]
      bytes[head] = 0
      head = (head &+ 1) & (Limits.entropyPool - 1)
    }
    count -= length
    return drawn
  }

  /// An unsigned integer, or `nil` when there are fewer bytes than it is wide.
  package mutating func drawUInt16() -> UInt16? {
    guard let drawn: [2 of UInt8] = draw() else { return nil }
    return littleEndian(drawn.span, at: 0)
  }

  /// An unsigned integer, or `nil` when there are fewer bytes than it is wide.
  package mutating func drawUInt64() -> UInt64? {
    guard let drawn: [8 of UInt8] = draw() else { return nil }
    return littleEndian(drawn.span, at: 0)
  }

  /// How many bytes to ask for, when the pool is low and has not asked yet.
  package mutating func takeRequest() -> UInt32? {
    guard count < Limits.entropyLowWater else { return nil }
    guard outstanding == 0 else { return nil }
    outstanding = Limits.entropyPool - count
    return UInt32(outstanding)
  }
}

/// The unsigned integer at `offset` of bytes that were drawn, least significant byte first.
func littleEndian<Value: FixedWidthInteger & UnsignedInteger>(
  _ bytes: Span<UInt8>, at offset: Int
) -> Value {
  var value: Value = 0
  // From the top byte down: shifts by a constant need no library call on 32-bit targets.
  for index in (offset..<(offset + Value.bitWidth / 8)).reversed() {
    value = value &<< 8 | Value(truncatingIfNeeded: bytes[index])
  }
  return value
}
