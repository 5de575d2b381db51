/// Whether two byte strings are equal, in time that depends on their lengths only.
///
/// The lengths are public: strings of unequal length are unequal at once.
public func constantTimeEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  var difference: UInt8 = 0
  for index in left.indices {
    difference |= left[index] ^ right[index]
  }
  return Mask(isZero: UInt64(difference)).revealed
}
