/// What a person scans or types to pair a device.
package enum SetupCode: Equatable, Sendable {
  case qr(QRCode)
  case manual(ManualPairingCode)

  /// Reads the text of a QR code, or else a manual code.
  package init(parsing text: String) throws(OnboardingError) {
    if Self.looksLikeManualCode(text) {
      self = .manual(try ManualPairingCode(parsing: text))
    } else {
      self = .qr(try QRCode(parsing: text))
    }
  }

  /// Whether `text` is meant as a setup code, right or wrong, rather than as an address.
  package static func isMeant(by text: String) -> Bool {
    looksLikeManualCode(text) || text.uppercased().hasPrefix(QRCode.prefix)
  }

  /// Whether `text` is made of digits, dashes and spaces.
  private static func looksLikeManualCode(_ text: String) -> Bool {
    let rest = text.filter { $0 != "-" && $0 != " " }
    return !rest.isEmpty && rest.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
