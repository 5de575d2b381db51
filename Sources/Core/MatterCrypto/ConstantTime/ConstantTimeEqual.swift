/// Whether two byte strings of the same length are equal, in time that depends on it only.
public func constantTimeEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
  precondition(left.count == right.count, "only strings of the same length are compared")
  var difference: UInt8 = 0
  for index in left.indices {
    difference |= left[index] ^ right[index]
  }
  return Mask(isZero: UInt64(difference)).revealed
}
