extension Array<UInt8> {
  init(_ span: Span<UInt8>) {
    self = span.indices.map { span[$0] }
  }

  init<let count: Int>(_ bytes: [count of UInt8]) {
    self.init(bytes.span)
  }
}
