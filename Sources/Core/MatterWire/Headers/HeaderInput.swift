import MatterBytes

/// A byte cursor that fails as headers do.
struct HeaderInput: ~Escapable {
  private var reader: ByteReader

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) {
    reader = ByteReader(bytes)
  }

  /// How many bytes have been taken.
  var offset: Int { reader.offset }

  /// - Throws: `truncated`.
  mutating func read<Value: FixedWidthInteger & UnsignedInteger>(
    _ type: Value.Type
  ) throws(HeaderError) -> Value {
    do {
      return try reader.readLittleEndian(Value.self)
    } catch {
      throw .truncated
    }
  }

  /// Takes an extension block: a 16-bit length and as many bytes.
  /// - Throws: `truncated` without a length, `extensionsOverrun` when the bytes are not there.
  mutating func skipExtensions() throws(HeaderError) {
    let length = try read(UInt16.self)
    do {
      _ = try reader.readBytes(Int(length))
    } catch {
      throw .extensionsOverrun
    }
  }
}
