/// As much of Matter's TLV as the five PASE messages need.
package indirect enum ReferenceTLV: Equatable {
  case unsigned(UInt64)
  case boolean(Bool)
  case octets([UInt8])
  case structure([Member])

  /// A member of a structure under its context tag.
  package struct Member: Equatable {
    package let tag: UInt8
    package let value: ReferenceTLV

    package init(_ tag: UInt8, _ value: ReferenceTLV) {
      self.tag = tag
      self.value = value
    }
  }

  /// The value as an anonymous element, each integer and length as short as it can be.
  package var encoded: [UInt8] { encoded(tag: nil) }

  /// The one element that `bytes` are.
  /// - Throws: `malformed` when they are not one element of the kinds above.
  package init(decoding bytes: [UInt8]) throws(ReferenceError) {
    var rest = bytes[...]
    guard let element = try Self.element(&rest), element.tag == nil, rest.isEmpty else {
      throw .malformed
    }
    self = element.value
  }

  /// The member under `tag`, if this is a structure that has one.
  package subscript(tag: UInt8) -> ReferenceTLV? {
    guard case .structure(let members) = self else { return nil }
    return members.first { $0.tag == tag }?.value
  }

  package var unsigned: UInt64? {
    guard case .unsigned(let value) = self else { return nil }
    return value
  }

  package var octets: [UInt8]? {
    guard case .octets(let value) = self else { return nil }
    return value
  }

  package var boolean: Bool? {
    guard case .boolean(let value) = self else { return nil }
    return value
  }
}

// MARK: Writing

extension ReferenceTLV {
  private func encoded(tag: UInt8?) -> [UInt8] {
    let form: UInt8 = tag == nil ? 0x00 : 0x20
    let tagBytes = tag.map { [$0] } ?? []
    switch self {
    case .unsigned(let value):
      let (width, bytes) = Self.shortest(value)
      return [form | (0x04 + width)] + tagBytes + bytes
    case .boolean(let value):
      return [form | (value ? 0x09 : 0x08)] + tagBytes
    case .octets(let value):
      let (width, length) = Self.shortest(UInt64(value.count))
      return [form | (0x10 + width)] + tagBytes + length + value
    case .structure(let members):
      let content = members.flatMap { $0.value.encoded(tag: $0.tag) }
      return [form | 0x15] + tagBytes + content + [0x18]
    }
  }

  /// The code of the smallest width that holds `value`, and its bytes.
  private static func shortest(_ value: UInt64) -> (width: UInt8, bytes: [UInt8]) {
    let bytes = value.littleEndianBytes
    if value <= 0xff { return (0, Array(bytes[..<1])) }
    if value <= 0xffff { return (1, Array(bytes[..<2])) }
    if value <= 0xffff_ffff { return (2, Array(bytes[..<4])) }
    return (3, bytes)
  }
}

// MARK: Reading

extension ReferenceTLV {
  /// The next element, or nil at an end-of-container.
  private static func element(
    _ rest: inout ArraySlice<UInt8>
  ) throws(ReferenceError) -> (tag: UInt8?, value: ReferenceTLV)? {
    let control = try take(1, &rest)[0]
    if control == 0x18 { return nil }
    var tag: UInt8?
    switch control >> 5 {
    case 0: tag = nil
    case 1: tag = try take(1, &rest)[0]
    default: throw .malformed
    }
    let kind = control & 0x1f
    switch kind {
    case 0x04...0x07:
      return (tag, .unsigned(try integer(width: 1 << (kind - 0x04), &rest)))
    case 0x08, 0x09:
      return (tag, .boolean(kind == 0x09))
    case 0x10...0x12:
      let length = try integer(width: 1 << (kind - 0x10), &rest)
      return (tag, .octets(try take(Int(length), &rest)))
    case 0x15:
      var members: [Member] = []
      while let member = try element(&rest) {
        guard let memberTag = member.tag else { throw .malformed }
        members.append(Member(memberTag, member.value))
      }
      return (tag, .structure(members))
    default:
      throw .malformed
    }
  }

  private static func take(
    _ count: Int, _ rest: inout ArraySlice<UInt8>
  ) throws(ReferenceError) -> [UInt8] {
    guard count <= rest.count else { throw .malformed }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  private static func integer(
    width: Int, _ rest: inout ArraySlice<UInt8>
  ) throws(ReferenceError) -> UInt64 {
    UInt64(littleEndianBytes: try take(width, &rest))
  }
}
