extension Span<UInt8> {
  /// Whether both hold the same bytes. For public data: it stops at the first difference.
  public func hasSameBytes(as other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}
