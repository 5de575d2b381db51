import MatterBytes

extension Array<UInt8> {
  init(_ span: Span<UInt8>) {
    self = span.indices.map { span[$0] }
  }

  /// The first `count` bytes as an array in place.
  func inline<let count: Int>(_ type: [count of UInt8].Type = [count of UInt8].self)
    -> [count of UInt8]
  {
    [count of UInt8] { self[$0] }
  }
}

/// What `write` appends to an empty byte string that is long enough for any message.
func written(_ write: (inout BoundedBytes<1232>) -> Void) -> [UInt8] {
  var bytes = BoundedBytes<1232>()
  write(&bytes)
  return Array(bytes.span)
}
