import MatterBytes

/// Writes a TLV encoding of at most `capacity` bytes, everything in its narrowest form.
///
/// What may stand where is the caller's to know: a misplaced tag or end, a container too deep or
/// left open is a precondition failure. Text is not checked for valid UTF-8. After a throw the
/// writer is of no further use.
///
/// Spec: Core 1.0 appendix A.
public struct TLVWriter<let capacity: Int>: Sendable {
  private var bytes = BoundedBytes<capacity>()
  private var nesting = TLVNesting()

  public init() {}

  /// - Throws: `capacityExceeded`, as do all that write.
  public mutating func write(signed value: Int64, tag: TLVTag) throws(ByteError) {
    let width = Self.widthCode(ofSigned: value)
    try writeHead(type: TLVTypeCode.signed | width, tag: tag)
    try append(UInt64(bitPattern: value), widthCode: width)
  }

  public mutating func write(unsigned value: UInt64, tag: TLVTag) throws(ByteError) {
    let width = Self.widthCode(ofUnsigned: value)
    try writeHead(type: TLVTypeCode.unsigned | width, tag: tag)
    try append(value, widthCode: width)
  }

  public mutating func write(bool value: Bool, tag: TLVTag) throws(ByteError) {
    try writeHead(type: value ? TLVTypeCode.true : TLVTypeCode.false, tag: tag)
  }

  public mutating func write(float32BitPattern bits: UInt32, tag: TLVTag) throws(ByteError) {
    try writeHead(type: TLVTypeCode.float32, tag: tag)
    try bytes.append(littleEndian: bits)
  }

  public mutating func write(float64BitPattern bits: UInt64, tag: TLVTag) throws(ByteError) {
    try writeHead(type: TLVTypeCode.float64, tag: tag)
    try bytes.append(littleEndian: bits)
  }

  public mutating func write(utf8 text: Span<UInt8>, tag: TLVTag) throws(ByteError) {
    try writeString(text, type: TLVTypeCode.utf8, tag: tag)
  }

  public mutating func write(octets: Span<UInt8>, tag: TLVTag) throws(ByteError) {
    try writeString(octets, type: TLVTypeCode.octets, tag: tag)
  }

  public mutating func writeNull(tag: TLVTag) throws(ByteError) {
    try writeHead(type: TLVTypeCode.null, tag: tag)
  }

  /// Opens a container; what is written until its end are its members.
  public mutating func startContainer(
    _ container: TLVContainer, tag: TLVTag
  ) throws(ByteError) {
    switch container {
    case .structure: try writeHead(type: TLVTypeCode.structure, tag: tag)
    case .array: try writeHead(type: TLVTypeCode.array, tag: tag)
    case .list: try writeHead(type: TLVTypeCode.list, tag: tag)
    }
    do throws(TLVError) {
      try nesting.open(container)
    } catch {
      preconditionFailure("no more than 16 containers inside one another")
    }
  }

  /// Closes the innermost open container.
  public mutating func endContainer() throws(ByteError) {
    do throws(TLVError) {
      try nesting.close()
    } catch {
      preconditionFailure("an end belongs to an open container")
    }
    try bytes.append(TLVTypeCode.endOfContainer)
  }

  /// The encoding, with all containers closed.
  public consuming func finish() -> BoundedBytes<capacity> {
    precondition(nesting.depth == 0, "every container has its end")
    return bytes
  }

  private mutating func writeString(
    _ string: Span<UInt8>, type: UInt8, tag: TLVTag
  ) throws(ByteError) {
    let length = UInt64(string.count)
    let width = Self.widthCode(ofUnsigned: length)
    try writeHead(type: type | width, tag: tag)
    try append(length, widthCode: width)
    try bytes.append(contentsOf: string)
  }

  /// The control byte and the tag.
  private mutating func writeHead(type: UInt8, tag: TLVTag) throws(ByteError) {
    precondition(nesting.refusal(of: tag) == nil, "the tag suits the place")
    switch tag {
    case .anonymous:
      try bytes.append(type)
    case .context(let number):
      try bytes.append(1 &<< 5 | type)
      try bytes.append(number)
    case .commonProfile(let number):
      try bytes.append(Self.control(form: 2, number: number, type: type))
      try appendTagNumber(number)
    case .implicitProfile(let number):
      try bytes.append(Self.control(form: 4, number: number, type: type))
      try appendTagNumber(number)
    case .fullyQualified(let vendor, let profile, let number):
      try bytes.append(Self.control(form: 6, number: number, type: type))
      try bytes.append(littleEndian: vendor)
      try bytes.append(littleEndian: profile)
      try appendTagNumber(number)
    }
  }

  /// A control byte of the tag form `form` for a 2-byte number, of the one above for a 4-byte one.
  private static func control(form: UInt8, number: UInt32, type: UInt8) -> UInt8 {
    (form &+ tagWidthCode(of: number) &- 1) &<< 5 | type
  }

  private mutating func appendTagNumber(_ number: UInt32) throws(ByteError) {
    try append(UInt64(number), widthCode: Self.tagWidthCode(of: number))
  }

  private static func tagWidthCode(of number: UInt32) -> UInt8 { number <= 0xFFFF ? 1 : 2 }

  /// Appends the low 1, 2, 4 or 8 bytes, for the codes 0...3.
  private mutating func append(_ value: UInt64, widthCode: UInt8) throws(ByteError) {
    var rest = value
    for _ in 0..<(1 &<< Int(widthCode)) {
      try bytes.append(UInt8(truncatingIfNeeded: rest))
      rest = rest &>> 8
    }
  }

  private static func widthCode(ofUnsigned value: UInt64) -> UInt8 {
    if value <= 0xFF { return 0 }
    if value <= 0xFFFF { return 1 }
    if value <= 0xFFFF_FFFF { return 2 }
    return 3
  }

  private static func widthCode(ofSigned value: Int64) -> UInt8 {
    if value == Int64(Int8(truncatingIfNeeded: value)) { return 0 }
    if value == Int64(Int16(truncatingIfNeeded: value)) { return 1 }
    if value == Int64(Int32(truncatingIfNeeded: value)) { return 2 }
    return 3
  }
}
