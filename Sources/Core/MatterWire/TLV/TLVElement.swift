/// One step of a TLV encoding: a value, or where a container starts or ends.
public struct TLVElement: Equatable, Sendable {
  /// The element's tag; anonymous for the end of a container.
  public let tag: TLVTag
  public let value: TLVValue

  public init(tag: TLVTag, value: TLVValue) {
    self.tag = tag
    self.value = value
  }
}

/// What an element holds.
public enum TLVValue: Equatable, Sendable {
  case signed(Int64)
  case unsigned(UInt64)
  case bool(Bool)
  /// The bits of an IEEE 754 single: the core does not calculate with floating point.
  case float32(bitPattern: UInt32)
  /// The bits of an IEEE 754 double.
  case float64(bitPattern: UInt64)
  /// Where the text's bytes lie in the reader's input. They need not be valid UTF-8: the peers of
  /// the field use text and octet strings interchangeably, so only a reader of text could tell.
  case utf8(Range<Int>)
  /// Where the bytes lie in the reader's input.
  case octets(Range<Int>)
  case null
  case containerStart(TLVContainer)
  case containerEnd
}
