import MatterCrypto

/// The hash over both parameter messages, which SPAKE2+ takes as its context. It is fed the
/// payloads as they were on the wire: what is encoded again may differ.
///
/// Spec: Matter Core, PASE, ContextPrefixValue "CHIP PAKE V1 Commissioning".
package struct PASETranscript {
  private static let prefix: [26 of UInt8] = [
    0x43, 0x48, 0x49, 0x50, 0x20, 0x50, 0x41, 0x4B, 0x45, 0x20, 0x56, 0x31, 0x20,
    0x43, 0x6F, 0x6D, 0x6D, 0x69, 0x73, 0x73, 0x69, 0x6F, 0x6E, 0x69, 0x6E, 0x67,
  ]

  private var hash = SHA256()

  /// Begins with the payload of the PBKDFParamRequest.
  package init(request: Span<UInt8>) {
    hash.update(Self.prefix.span)
    hash.update(request)
  }

  /// The context, after the payload of the PBKDFParamResponse.
  package consuming func context(response: Span<UInt8>) -> [32 of UInt8] {
    hash.update(response)
    return hash.finish()
  }
}
