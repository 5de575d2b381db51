/// Why bytes are no point of P-256.
package enum PointDecodingError: Error, Equatable, Sendable {
  /// The first byte is not 4: the point is compressed, the identity, or none at all.
  case notUncompressed
  /// A coordinate is p or more.
  case coordinateOutOfRange
  /// The coordinates do not satisfy the equation of the curve.
  case notOnCurve
}

#if !hasFeature(Embedded)
  extension PointDecodingError: CaseIterable {}
#endif

extension AffinePoint {
  /// The point encoded in the 65 `bytes` as `04 ‖ x ‖ y` (SEC 1 §2.3.4), and no other encoding. The
  /// bytes are public: what is wrong with them may show in the time taken.
  package init(decoding bytes: Span<UInt8>) throws(PointDecodingError) {
    precondition(bytes.count == AffinePoint.encodedLength, "an uncompressed point has 65 bytes")
    guard bytes[0] == 4 else { throw .notUncompressed }
    let x = UInt256(bigEndian: bytes, at: 1)
    let y = UInt256(bigEndian: bytes, at: 33)
    guard UInt256.isLess(x, FieldElement.modulus).revealed else { throw .coordinateOutOfRange }
    guard UInt256.isLess(y, FieldElement.modulus).revealed else { throw .coordinateOutOfRange }
    let point = AffinePoint(x: FieldElement(x), y: FieldElement(y))
    guard point.isOnCurve.revealed else { throw .notOnCurve }
    self = point
  }

  /// Whether the coordinates satisfy `y² = x³ - 3x + b`.
  private var isOnCurve: Mask {
    let threeX = x + x + x
    let right = x.squared() * x - threeX + CurveParameters.b
    return FieldElement.isEqual(y.squared(), right)
  }
}
