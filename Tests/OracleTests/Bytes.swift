extension Array<UInt8> {
  init(_ span: Span<UInt8>) {
    self = span.indices.map { span[$0] }
  }

  init<let count: Int>(_ bytes: [count of UInt8]) {
    self.init(bytes.span)
  }
}

extension InlineArray where Element == UInt8 {
  /// The same bytes in place; there must be as many.
  init(_ bytes: [UInt8]) {
    precondition(bytes.count == count, "as many bytes as there is room for")
    self.init { bytes[$0] }
  }
}
