/// Why bytes are no passcode verifier.
public enum PasscodeVerifierError: Error, Equatable, Sendable {
  /// A verifier has 97 bytes.
  case wrongLength
  /// The scalar w0 is not below the order of the group.
  case scalarOutOfRange
  /// L is not an uncompressed point of P-256.
  case invalidPoint
}

#if !hasFeature(Embedded)
  extension PasscodeVerifierError: CaseIterable {}
#endif

/// What a device knows of its passcode: the scalar w0 and the point L = w1·P.
///
/// Whoever has it can pair as the device, and can try passcodes without limit; but only the
/// passcode itself pairs as the commissioner.
public struct PasscodeVerifier: Sendable {
  package private(set) var w0: Scalar
  package private(set) var l: AffinePoint

  package init(w0: Scalar, l: AffinePoint) {
    self.w0 = w0
    self.l = l
  }

  /// From the 97 bytes in which devices are provisioned: w0 (32, most significant first) ‖ L (65,
  /// uncompressed).
  public init(serialized bytes: Span<UInt8>) throws(PasscodeVerifierError) {
    guard bytes.count == 97 else { throw .wrongLength }
    let canonical = Scalar.canonical(UInt256(bigEndian: bytes))
    guard canonical.isCanonical.revealed else { throw .scalarOutOfRange }
    do throws(PointDecodingError) {
      l = try AffinePoint(decoding: bytes.extracting(32..<97))
    } catch {
      throw .invalidPoint
    }
    w0 = canonical.scalar
  }

  /// The 97 bytes w0 ‖ L.
  public func serialized() -> [97 of UInt8] {
    var bytes = [97 of UInt8](repeating: 0)
    var span = bytes.mutableSpan
    w0.number.write(bigEndianInto: &span)
    l.write(encodedInto: &span, at: 32)
    return bytes
  }

  /// Overwrites w0 and L. The value is then of no use.
  public mutating func wipe() {
    w0.wipe()
    overwrite(&l, with: AffinePoint(x: .zero, y: .zero))
  }
}
