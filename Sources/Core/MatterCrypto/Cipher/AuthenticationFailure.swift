/// Why an authenticated text is refused.
public enum AuthenticationFailure: Error, Equatable, Sendable {
  /// The tag is not that of this text, nonce and authenticated data under this key.
  case wrongTag
}

#if !hasFeature(Embedded)
  extension AuthenticationFailure: CaseIterable {}
#endif
