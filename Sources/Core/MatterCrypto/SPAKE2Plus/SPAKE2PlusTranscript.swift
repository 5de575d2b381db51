/// The transcript TT of SPAKE2+ with empty identities (RFC 9383 §3.3): what both parties must
/// agree on, each part with its length before it in 8 bytes, the least significant first.
package struct SPAKE2PlusTranscript {
  private var hash = SHA256()

  /// - Parameters:
  ///   - context: any bytes; Matter's is the 32-byte hash of what was negotiated.
  ///   - proverShare: X, encoded.
  ///   - verifierShare: Y, encoded.
  ///   - w0: the scalar both know.
  package init(
    context: Span<UInt8>, proverShare: [65 of UInt8], verifierShare: [65 of UInt8],
    shared: SPAKE2PlusSharedPoints, w0: Scalar
  ) {
    append(context)
    appendEmptyIdentities()
    append(SPAKE2PlusMasks.encodedM.span)
    append(SPAKE2PlusMasks.encodedN.span)
    append(proverShare.span)
    append(verifierShare.span)
    appendSecret(shared.z)
    appendSecret(shared.v)
    appendSecret(w0)
  }

  /// SHA-256 of the transcript: Ka ‖ Ke.
  package consuming func digest() -> [32 of UInt8] {
    let digest = hash.finish()
    return digest
  }

  private mutating func append(_ part: Span<UInt8>) {
    appendLength(part.count)
    hash.update(part)
  }

  private mutating func appendEmptyIdentities() {
    appendLength(0)
    appendLength(0)
  }

  private mutating func appendSecret(_ point: AffinePoint) {
    var encoded = point.encoded()
    append(encoded.span)
    wipe(&encoded)
  }

  private mutating func appendSecret(_ scalar: Scalar) {
    var bytes = [32 of UInt8](repeating: 0)
    var span = bytes.mutableSpan
    scalar.number.write(bigEndianInto: &span)
    append(bytes.span)
    wipe(&bytes)
  }

  private mutating func appendLength(_ count: Int) {
    var length = [8 of UInt8](repeating: 0)
    let value = UInt64(count)
    for index in 0..<8 {
      length[index] = UInt8(truncatingIfNeeded: value &>> UInt64(8 &* index))
    }
    hash.update(length)
  }
}
