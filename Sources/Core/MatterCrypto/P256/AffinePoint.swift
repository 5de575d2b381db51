/// A point of P-256 by its two coordinates: never the identity, which has none.
///
/// `y² = x³ - 3x + b` over the field (FIPS 186-4 §D.1.2.3; SEC 1 §2.2.1).
package struct AffinePoint: Sendable, BitwiseCopyable {
  package let x: FieldElement
  package let y: FieldElement

  /// The point with these coordinates, which must satisfy the equation of the curve.
  @inline(__always)
  package init(x: FieldElement, y: FieldElement) {
    self.x = x
    self.y = y
  }

  /// The length of an encoded point: a tag and two coordinates of 32 bytes each.
  package static var encodedLength: Int { 65 }

  /// The point uncompressed: `04 ‖ x ‖ y` (SEC 1 §2.3.3).
  package func encoded() -> [65 of UInt8] {
    var bytes = [65 of UInt8](repeating: 0)
    var span = bytes.mutableSpan
    write(encodedInto: &span, at: 0)
    return bytes
  }

  /// Writes the 65 bytes of the encoded point into `bytes` from `offset` on.
  package func write(encodedInto bytes: inout MutableSpan<UInt8>, at offset: Int) {
    bytes[offset] = 4
    x.number.write(bigEndianInto: &bytes, at: offset &+ 1)
    y.number.write(bigEndianInto: &bytes, at: offset &+ 33)
  }
}
