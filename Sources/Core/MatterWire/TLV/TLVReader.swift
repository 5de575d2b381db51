import MatterBytes

/// Reads a TLV encoding step by step, each byte once and never back.
///
/// Integers and strings may be wider than they need to be; tags, types, ends and nesting are held to
/// the rules. After a throw the reader is of no further use.
///
/// Spec: Core 1.0 appendix A.
public struct TLVReader: ~Escapable {
  private let bytes: Span<UInt8>
  private var input: ByteReader
  private var nesting = TLVNesting()

  /// How many elements and ends of containers have been read: the work done so far, never more than
  /// the bytes taken.
  public private(set) var stepCount = 0

  @_lifetime(copy bytes)
  public init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
    input = ByteReader(bytes)
  }

  /// How many bytes have been taken.
  public var offset: Int { input.offset }

  /// How many containers are open, 0...16.
  public var depth: Int { nesting.depth }

  /// The bytes of a string that this reader has found.
  @_lifetime(copy self)
  public func bytes(in range: Range<Int>) -> Span<UInt8> {
    bytes.extracting(range)
  }

  /// The next step, or nil at the end of the input with no container open. After the start of a
  /// container come its members, then its end.
  /// - Throws: `TLVError`, every case of it.
  public mutating func next() throws(TLVError) -> TLVElement? {
    guard let control = try? input.readByte() else {
      guard nesting.depth == 0 else { throw .missingEndOfContainer }
      return nil
    }
    stepCount += 1
    guard control & Self.typeBits != TLVTypeCode.endOfContainer else {
      guard control == TLVTypeCode.endOfContainer else { throw .taggedEndOfContainer }
      try nesting.close()
      return TLVElement(tag: .anonymous, value: .containerEnd)
    }
    guard control & Self.typeBits < TLVTypeCode.endOfContainer else { throw .invalidType }
    let tag = try readTag(form: control &>> 5)
    if let refusal = nesting.refusal(of: tag) { throw refusal }
    return TLVElement(tag: tag, value: try readValue(type: control & Self.typeBits))
  }

  /// The next member of the innermost open container, or nil at its end, which is then taken.
  /// - Throws: `TLVError`.
  public mutating func nextMember() throws(TLVError) -> TLVElement? {
    let element = try next()
    return element?.value == .containerEnd ? nil : element
  }

  /// Skips what belongs to `element`, which must be the one just read: all of a container, nothing
  /// of anything else.
  /// - Throws: `TLVError`.
  public mutating func skipValue(of element: TLVElement) throws(TLVError) {
    guard case .containerStart = element.value else { return }
    let enclosing = nesting.depth - 1
    while nesting.depth > enclosing { _ = try next() }
  }

  private static var typeBits: UInt8 { 0x1F }

  private mutating func readTag(form: UInt8) throws(TLVError) -> TLVTag {
    switch form {
    case 0: return .anonymous
    case 1: return .context(try readByte())
    case 2: return .commonProfile(try readUInt32(widthCode: 1))
    case 3: return .commonProfile(try readUInt32(widthCode: 2))
    case 4, 5: throw .implicitTagWithoutProfile
    case 6: return try readFullyQualifiedTag(widthCode: 1)
    default: return try readFullyQualifiedTag(widthCode: 2)  // 7: a form has three bits
    }
  }

  private mutating func readFullyQualifiedTag(widthCode: UInt8) throws(TLVError) -> TLVTag {
    let vendor = UInt16(truncatingIfNeeded: try readUInt32(widthCode: 1))
    let profile = UInt16(truncatingIfNeeded: try readUInt32(widthCode: 1))
    return .fullyQualified(
      vendor: vendor, profile: profile, number: try readUInt32(widthCode: widthCode))
  }

  private mutating func readValue(type: UInt8) throws(TLVError) -> TLVValue {
    switch type {
    case TLVTypeCode.signed..<TLVTypeCode.unsigned:
      return .signed(try readSigned(widthCode: type &- TLVTypeCode.signed))
    case TLVTypeCode.unsigned..<TLVTypeCode.false:
      return .unsigned(try readUnsigned(widthCode: type &- TLVTypeCode.unsigned))
    case TLVTypeCode.false: return .bool(false)
    case TLVTypeCode.true: return .bool(true)
    case TLVTypeCode.float32: return .float32(bitPattern: try readUInt32(widthCode: 2))
    case TLVTypeCode.float64: return .float64(bitPattern: try readUnsigned(widthCode: 3))
    case TLVTypeCode.utf8..<TLVTypeCode.octets:
      return .utf8(try readString(widthCode: type &- TLVTypeCode.utf8))
    case TLVTypeCode.octets..<TLVTypeCode.null:
      return .octets(try readString(widthCode: type &- TLVTypeCode.octets))
    case TLVTypeCode.null: return .null
    case TLVTypeCode.structure: return try start(.structure)
    case TLVTypeCode.array: return try start(.array)
    default: return try start(.list)  // 0x17: `next` has dealt with all types above it
    }
  }

  private mutating func start(_ container: TLVContainer) throws(TLVError) -> TLVValue {
    try nesting.open(container)
    return .containerStart(container)
  }

  /// The range of a string whose length takes 1, 2, 4 or 8 bytes.
  private mutating func readString(widthCode: UInt8) throws(TLVError) -> Range<Int> {
    let length = try readUnsigned(widthCode: widthCode)
    guard let count = Int(exactly: length) else { throw .truncated }
    let start = input.offset
    try take(count)
    return start..<input.offset
  }

  private mutating func readSigned(widthCode: UInt8) throws(TLVError) -> Int64 {
    let value = try readUnsigned(widthCode: widthCode)
    switch widthCode {
    case 0: return Int64(Int8(truncatingIfNeeded: value))
    case 1: return Int64(Int16(truncatingIfNeeded: value))
    case 2: return Int64(Int32(truncatingIfNeeded: value))
    default: return Int64(bitPattern: value)  // 3: a width code has two bits
    }
  }

  /// Of at most 4 bytes.
  private mutating func readUInt32(widthCode: UInt8) throws(TLVError) -> UInt32 {
    UInt32(truncatingIfNeeded: try readUnsigned(widthCode: widthCode))
  }

  /// Of 1, 2, 4 or 8 bytes, for the codes 0...3.
  private mutating func readUnsigned(widthCode: UInt8) throws(TLVError) -> UInt64 {
    let start = input.offset
    try take(1 &<< Int(widthCode))
    var value: UInt64 = 0
    // From the top down, for shifts by a variable amount want a helper on 32-bit targets.
    for index in (start..<input.offset).reversed() {
      value = value &<< 8 | UInt64(bytes[index])
    }
    return value
  }

  private mutating func readByte() throws(TLVError) -> UInt8 {
    do {
      return try input.readByte()
    } catch {
      throw .truncated
    }
  }

  private mutating func take(_ count: Int) throws(TLVError) {
    do {
      _ = try input.readBytes(count)
    } catch {
      throw .truncated
    }
  }
}
