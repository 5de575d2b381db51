/// A part of the core as a module of its own that asks it for known answers.
enum Canary: String, CaseIterable {
  case sha256 = "SHA256"
  case pbkdf2 = "PBKDF2"
  case p256 = "P256"
  case aesCCM = "AESCCM"
  case tlv = "TLV"
  case spake2Plus = "SPAKE2Plus"
  case session = "Session"

  /// Where its answers stand, each with its number.
  var sources: String { "Sources/Evidence/Canaries/\(rawValue)Canary" }
}
