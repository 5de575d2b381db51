/// Why a party of SPAKE2+ refuses the other's share.
public enum SPAKE2PlusError: Error, Equatable, Sendable {
  /// The share is not an uncompressed point of P-256.
  case invalidPoint
  /// The share takes a shared point to the identity: whoever made it knew the passcode's secrets
  /// and misused them.
  case identityResult
}

#if !hasFeature(Embedded)
  extension SPAKE2PlusError: CaseIterable {}
#endif

extension AffinePoint {
  /// The point of a share as it came over the wire.
  init(share: Span<UInt8>) throws(SPAKE2PlusError) {
    do throws(PointDecodingError) {
      try self.init(decoding: share)
    } catch {
      throw .invalidPoint
    }
  }
}
