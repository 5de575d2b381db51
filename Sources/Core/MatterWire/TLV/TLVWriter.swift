import MatterBytes

/// Writes a PASE message: an anonymous structure of fields, everything in its narrowest form.
///
/// Where which field stands is the caller's to know, and so is that `capacity` bytes hold the
/// message: a structure left open and an overflow are precondition failures.
///
/// Spec: Core 1.0 appendix A.
struct TLVWriter<let capacity: Int> {
  private var bytes = BoundedBytes<capacity>()
  /// How many structures are open.
  private var depth = 1

  /// Opens the message's structure.
  init() {
    bytes.add(TLVTypeCode.structure)
  }

  mutating func write(unsigned value: UInt32, as field: PASEField) {
    if value <= 0xFF {
      writeHead(TLVTypeCode.unsigned, field)
      bytes.add(UInt8(truncatingIfNeeded: value))
    } else if value <= 0xFFFF {
      writeHead(TLVTypeCode.unsigned | 1, field)
      bytes.add(littleEndian: UInt16(truncatingIfNeeded: value))
    } else {
      writeHead(TLVTypeCode.unsigned | 2, field)
      bytes.add(littleEndian: value)
    }
  }

  mutating func write(bool value: Bool, as field: PASEField) {
    writeHead(value ? TLVTypeCode.true : TLVTypeCode.false, field)
  }

  /// Writes at most 255 octets.
  mutating func write(octets: Span<UInt8>, as field: PASEField) {
    precondition(octets.count <= 0xFF, "the length takes one byte")
    writeHead(TLVTypeCode.octets, field)
    bytes.add(UInt8(truncatingIfNeeded: octets.count))
    bytes.add(contentsOf: octets)
  }

  /// Opens a structure; the fields that are written until its end are its members.
  mutating func startStructure(as field: PASEField) {
    writeHead(TLVTypeCode.structure, field)
    depth += 1
  }

  /// Closes the structure that was opened last.
  mutating func endStructure() {
    bytes.add(TLVTypeCode.endOfContainer)
    depth -= 1
  }

  /// Closes the message's structure.
  consuming func finish() -> BoundedBytes<capacity> {
    endStructure()
    precondition(depth == 0, "every structure has its end")
    return bytes
  }

  /// The control byte, which announces a context tag, and the tag.
  private mutating func writeHead(_ type: UInt8, _ field: PASEField) {
    bytes.add(1 &<< 5 | type)
    bytes.add(field.tag)
  }
}
