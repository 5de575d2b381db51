public import MatterBytes

/// What can stand in the value of a frame.
///
/// Integers are little-endian; a `Bool` is one byte, 0 or 1; an optional is such a byte and then
/// the value if there is one; a byte string is its length as `UInt16` and then its bytes; a record
/// is its fields in order; a variant is one byte for the case and then the case's fields.
public protocol SeamValue {
  /// - Throws: `capacityExceeded` when the value does not fit.
  func encode<let capacity: Int>(into output: inout BoundedBytes<capacity>) throws(ByteError)

  /// - Throws: what is wrong with the bytes.
  init(from reader: inout ByteReader) throws(SeamError)
}

extension SeamValue where Self: FixedWidthInteger & UnsignedInteger {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    try output.append(littleEndian: self)
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    do {
      self = try reader.readLittleEndian()
    } catch {
      throw .truncated
    }
  }
}

extension UInt8: SeamValue {}
extension UInt16: SeamValue {}
extension UInt32: SeamValue {}
extension UInt64: SeamValue {}

extension Bool: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    try output.append(self ? 1 : 0)
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    switch try UInt8(from: &reader) {
    case 0: self = false
    case 1: self = true
    default: throw .unknownCase
    }
  }
}

extension Optional: SeamValue where Wrapped: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    switch self {
    case .none:
      try output.append(0)
    case .some(let value):
      try output.append(1)
      try value.encode(into: &output)
    }
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    self = try Bool(from: &reader) ? Wrapped(from: &reader) : nil
  }
}

extension BoundedBytes: SeamValue {
  public func encode<let outputCapacity: Int>(
    into output: inout BoundedBytes<outputCapacity>
  ) throws(ByteError) {
    try output.append(littleEndian: UInt16(count))
    try output.append(contentsOf: span)
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    let length = try UInt16(from: &reader)
    guard Int(length) <= capacity else { throw .tooLong }
    do {
      self = try BoundedBytes(copying: reader.readBytes(Int(length)))
    } catch {
      throw .truncated
    }
  }
}
