/// What names an element inside its container.
///
/// Spec: Core 1.0 appendix A.2.
public enum TLVTag: Equatable, Sendable {
  case anonymous
  case context(UInt8)
  case commonProfile(UInt32)
  case fullyQualified(vendor: UInt16, profile: UInt16, number: UInt32)
}
