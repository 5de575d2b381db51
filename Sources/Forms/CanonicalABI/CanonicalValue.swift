public import MatterBytes

/// What can be an argument of a component's function.
///
/// A value is flattened: an integer or truth value to itself, a list of bytes to its address and
/// length, a record to its fields, a variant to the number of its case and then as many values as
/// its longest case has.
///
/// Source: Component Model, Canonical ABI, "Flattening", "Flat Lifting", "Flat Lowering".
public protocol CanonicalValue {
  /// How many flat values it takes.
  static var slotCount: Int { get }

  /// - Throws: `unknownCase`, `listOutsideArena` or `listTooLong`.
  init(lifting reader: inout FlatReader) throws(CanonicalError)

  /// - Throws: `arenaFull`.
  func lower(into writer: inout FlatWriter) throws(CanonicalError)
}

extension CanonicalValue where Self: FixedWidthInteger & UnsignedInteger {
  public static var slotCount: Int { 1 }

  /// The ABI takes the low bits, and leaves open what the others are.
  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    self.init(truncatingIfNeeded: reader.readSlot())
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    writer.append(UInt64(self))
  }
}

extension UInt8: CanonicalValue {}
extension UInt16: CanonicalValue {}
extension UInt32: CanonicalValue {}
extension UInt64: CanonicalValue {}

extension Bool: CanonicalValue {
  public static var slotCount: Int { 1 }

  /// The ABI takes every number but 0 for true.
  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    self = reader.readSlot() != 0
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    writer.append(self ? 1 : 0)
  }
}

extension Optional: CanonicalValue where Wrapped: CanonicalValue {
  public static var slotCount: Int { 1 + Wrapped.slotCount }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    let end = reader.index + Self.slotCount
    switch reader.readSlot() {
    case 0: self = nil
    case 1: self = try Wrapped(lifting: &reader)
    default: throw .unknownCase
    }
    reader.skip(to: end)
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    let end = writer.values.count + Self.slotCount
    switch self {
    case .none:
      writer.append(0)
    case .some(let value):
      writer.append(1)
      try value.lower(into: &writer)
    }
    writer.pad(to: end)
  }
}

extension BoundedBytes: CanonicalValue {
  public static var slotCount: Int { 2 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    let list = try reader.readList()
    do {
      self = try BoundedBytes(copying: list)
    } catch {
      throw .listTooLong
    }
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    try writer.append(list: span)
  }
}
