/// The text of a QR code: `MT:` and one payload in base 38, or several joined with `*`.
package struct QRCode: Equatable, Sendable {
  package static let prefix = "MT:"

  /// At least one; several when one code stands for several devices.
  package let payloads: [OnboardingPayload]

  package init(_ payload: OnboardingPayload) {
    payloads = [payload]
  }

  /// - Throws: `missingPrefix`; then what `Base38` and `OnboardingPayload` find wrong in the first
  ///   payload at fault. Positions count the characters of `text` from 1.
  package init(parsing text: String) throws(OnboardingError) {
    guard text.hasPrefix(Self.prefix) else {
      throw .missingPrefix(found: String(text.prefix(Self.prefix.count)))
    }
    var position = Self.prefix.count + 1
    var payloads: [OnboardingPayload] = []
    let joined = text.dropFirst(Self.prefix.count)
    for part in joined.split(separator: "*", omittingEmptySubsequences: false) {
      payloads.append(try OnboardingPayload(bytes: Base38.decode(part, at: position)))
      position += part.count + 1
    }
    self.payloads = payloads
  }

  package var text: String {
    Self.prefix + payloads.map { Base38.encode($0.bytes) }.joined(separator: "*")
  }
}
