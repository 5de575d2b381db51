import MatterBytes
import MatterCore
import MatterCrypto
import MatterWire

/// The session keys that are known, and what they open.
struct Keyring {
  private struct Entry {
    /// The receiver's id for the session; nil for a key that somebody gave without it.
    let session: UInt16?
    let key: [UInt8]
  }

  private var entries: [Entry] = []

  /// Adds a key of 16 bytes.
  mutating func add(_ key: [UInt8], session: UInt16?) {
    entries.append(Entry(session: session, key: key))
  }

  func knows(_ session: UInt16) -> Bool {
    entries.contains { $0.session == session }
  }

  /// The plaintext of a message of a PASE session; nil when no key fits.
  func open(_ header: MessageHeader, authenticated: [UInt8], sealed: [UInt8]) -> [UInt8]? {
    // The latest session of an id is the likeliest.
    for entry in entries.reversed() where entry.session ?? header.sessionID == header.sessionID {
      if let plain = Self.open(header, authenticated, sealed, key: entry.key) { return plain }
    }
    return nil
  }

  private static let tagSize = 16

  private static func open(
    _ header: MessageHeader, _ authenticated: [UInt8], _ sealed: [UInt8], key: [UInt8]
  ) -> [UInt8]? {
    guard sealed.count >= tagSize else { return nil }
    let tag = Array(sealed.suffix(tagSize))
    var text = Array(sealed.dropLast(tagSize))
    let cipher = AESCCM(key: inline(key))
    var span = text.mutableSpan
    do throws(AuthenticationFailure) {
      try cipher.open(
        &span, tag: tag.span, nonce: SecureSession.nonce(of: header),
        authenticating: authenticated.span)
    } catch {
      return nil
    }
    return text
  }
}
