import MatterBytes

/// Takes the fields out of a PASE message, or out of a structure inside it, in ascending order.
///
/// - Context tags strictly ascend; members with profile tags may follow them. So a field is absent
///   as soon as a later member has been seen.
/// - Members behind the last field are skipped, and so is all behind the outer structure.
/// - Integers may be wider than they need to be, text may stand for octets.
struct PASEStructureReader: ~Escapable {
  private var reader: TLVReader

  /// A member that has been read and not yet been taken.
  private var pending: TLVElement?
  private var previousRank = Self.noRank
  private var isAtEnd = false

  /// Enters the anonymous structure at the front of `payload`.
  /// - Throws: `notAStructure`, `malformed`.
  @_lifetime(copy payload)
  init(_ payload: Span<UInt8>) throws(PASEMessageError) {
    reader = TLVReader(payload)
    let first = try Self.nextMember(&reader)
    guard first == TLVElement(tag: .anonymous, value: .containerStart(.structure)) else {
      throw .notAStructure
    }
  }

  /// - Throws: `missing`, `wrongType`, `tooLarge`, and what is wrong on the way to the field.
  mutating func unsigned<Value: FixedWidthInteger & UnsignedInteger>(
    _ field: PASEField, _ type: Value.Type = Value.self
  ) throws(PASEMessageError) -> Value {
    guard let value = try optionalUnsigned(field, type) else { throw .missing(field) }
    return value
  }

  /// Nil when the field is absent.
  mutating func optionalUnsigned<Value: FixedWidthInteger & UnsignedInteger>(
    _ field: PASEField, _ type: Value.Type = Value.self
  ) throws(PASEMessageError) -> Value? {
    guard let found = try take(field) else { return nil }
    guard case .unsigned(let value) = found else { throw .wrongType(field) }
    guard value <= UInt64(Value.max) else { throw .tooLarge(field) }
    return Value(truncatingIfNeeded: value)
  }

  /// - Throws: as `unsigned`, and `zeroSessionID`.
  mutating func sessionID(_ field: PASEField) throws(PASEMessageError) -> UInt16 {
    let id = try unsigned(field, UInt16.self)
    guard id != 0 else { throw .zeroSessionID(field) }
    return id
  }

  /// - Throws: `missing`, `wrongType`, and what is wrong on the way to the field.
  mutating func bool(_ field: PASEField) throws(PASEMessageError) -> Bool {
    guard let found = try take(field) else { throw .missing(field) }
    guard case .bool(let value) = found else { throw .wrongType(field) }
    return value
  }

  /// - Throws: `missing`, `wrongType`, and what is wrong on the way to the field.
  @_lifetime(copy self)
  mutating func octets(_ field: PASEField) throws(PASEMessageError) -> Span<UInt8> {
    guard let found = try take(field) else { throw .missing(field) }
    switch found {
    case .octets(let range), .utf8(let range):
      return reader.bytes(in: range)
    case .signed, .unsigned, .bool, .float32, .float64, .null, .containerStart, .containerEnd:
      throw .wrongType(field)
    }
  }

  /// - Throws: as `octets`, and `wrongLength`.
  mutating func octets<let length: Int>(
    _ field: PASEField, length type: [length of UInt8].Type = [length of UInt8].self
  ) throws(PASEMessageError) -> [length of UInt8] {
    let found = try octets(field)
    guard found.count == length else { throw .wrongLength(field) }
    return [length of UInt8] { index in found[index] }
  }

  /// A reader for the structure that the field holds; nil when the field is absent. When all is
  /// taken from it, it goes to `leave`.
  /// - Throws: `wrongType`, and what is wrong on the way to the field.
  @_lifetime(copy self)
  mutating func enter(_ field: PASEField) throws(PASEMessageError) -> PASEStructureReader? {
    guard let found = try take(field) else { return nil }
    guard found == .containerStart(.structure) else { throw .wrongType(field) }
    return PASEStructureReader(inside: reader)
  }

  /// Goes on behind a structure that was entered.
  /// - Throws: as `finish`.
  @_lifetime(self: copy self, copy inner)
  mutating func leave(_ inner: consuming PASEStructureReader) throws(PASEMessageError) {
    try inner.finish()
    reader = inner.reader
  }

  /// Skips the members that are left, and the end of the structure.
  /// - Throws: `malformed`, `tagsOutOfOrder`.
  mutating func finish() throws(PASEMessageError) {
    while let member = try peek() {
      do {
        try reader.skipValue(of: member)
      } catch {
        throw .malformed(error)
      }
      pending = nil
    }
  }

  private static var noRank: Int { -1 }

  /// Where profile tags stand in the order: behind the 256 context tags.
  private static var profileTagRank: Int { 256 }

  @_lifetime(copy reader)
  private init(inside reader: TLVReader) {
    self.reader = reader
  }

  /// The value of the next member if that is the field, else nil.
  private mutating func take(_ field: PASEField) throws(PASEMessageError) -> TLVValue? {
    guard let member = try peek() else { return nil }
    guard Self.rank(of: member.tag) >= Int(field.tag) else { throw .unknownLeadingTag }
    guard member.tag == field.contextTag else { return nil }
    pending = nil
    return member.value
  }

  /// The next member, which stays pending; nil at the end of the structure.
  private mutating func peek() throws(PASEMessageError) -> TLVElement? {
    if let pending { return pending }
    guard !isAtEnd else { return nil }
    guard let member = try Self.nextMember(&reader) else {
      isAtEnd = true
      return nil
    }
    try checkOrder(of: member.tag)
    pending = member
    return member
  }

  private mutating func checkOrder(of tag: TLVTag) throws(PASEMessageError) {
    let rank = Self.rank(of: tag)
    guard rank != Self.profileTagRank else {
      previousRank = rank
      return
    }
    guard rank > previousRank else { throw .tagsOutOfOrder }
    previousRank = rank
  }

  private static func rank(of tag: TLVTag) -> Int {
    switch tag {
    case .context(let number): Int(number)
    case .anonymous, .commonProfile, .fullyQualified: profileTagRank
    }
  }

  private static func nextMember(
    _ reader: inout TLVReader
  ) throws(PASEMessageError) -> TLVElement? {
    do {
      return try reader.nextMember()
    } catch {
      throw .malformed(error)
    }
  }
}
