/// AES-128-CCM (RFC 3610, NIST SP 800-38C) as Matter uses it: a nonce of 13 bytes, a tag of 16, and
/// so a text of at most 65535 bytes.
///
/// Constant time in key, text and tag; all lengths are public. A value holds the expanded key, 352
/// bytes; expansion costs about as much as a block of text, so keep the key rather than this.
public struct AESCCM: Sendable {
  private var cipher: AES128

  public init(key: borrowing [16 of UInt8]) {
    cipher = AES128(key: key)
  }

  /// Encrypts `text` in place.
  ///
  /// The same nonce must never be used twice with one key.
  /// - Parameters:
  ///   - text: 0...65535 bytes; longer is the caller's fault.
  ///   - authenticated: what the tag vouches for besides, of any length below 2³².
  /// - Returns: the tag.
  public func seal(
    _ text: inout MutableSpan<UInt8>, nonce: borrowing [13 of UInt8],
    authenticating authenticated: Span<UInt8>
  ) -> [16 of UInt8] {
    crypt(&text, .sealing, nonce: nonce, authenticating: authenticated)
  }

  /// Decrypts `text` in place if `tag` is right; otherwise fills it with zeros.
  ///
  /// - Parameters:
  ///   - text: 0...65535 bytes; longer is the caller's fault.
  ///   - tag: 16 bytes; any other length is the caller's fault.
  ///   - authenticated: what the tag vouches for besides, of any length below 2³².
  /// - Throws: `wrongTag` when any of the four, or the key, is not that of the sealing.
  public func open(
    _ text: inout MutableSpan<UInt8>, tag: Span<UInt8>, nonce: borrowing [13 of UInt8],
    authenticating authenticated: Span<UInt8>
  ) throws(AuthenticationFailure) {
    var expected = crypt(&text, .opening, nonce: nonce, authenticating: authenticated)
    let right = constantTimeEqual(expected.span, tag)
    MatterCrypto.wipe(&expected)
    guard right else {
      for index in text.indices { text[index] = 0 }
      throw .wrongTag
    }
  }

  /// Overwrites the key. The value is then of no use.
  public mutating func wipe() {
    cipher.wipe()
  }
}

extension AESCCM {
  private enum Direction {
    case sealing
    case opening
  }

  /// Encrypts or decrypts `text` and computes the tag, which is of the plain text either way.
  private func crypt(
    _ text: inout MutableSpan<UInt8>, _ direction: Direction, nonce: borrowing [13 of UInt8],
    authenticating authenticated: Span<UInt8>
  ) -> [16 of UInt8] {
    // Swift copies what a span is to be taken of; this copy can be wiped.
    var cipher = cipher
    defer { cipher.wipe() }
    let schedule = cipher.schedule
    var chain = CCMChain(schedule, nonce: nonce, textCount: text.count, authenticated)
    let whole = text.count & ~15
    var start = 0
    while start < whole {
      var block = text._mutatingExtracting(start..<(start &+ 16))
      let input = AESBlock(block.span)
      let output = input ^ chain.keyStream(schedule)
      output.store(to: &block)
      switch direction {
      case .sealing: chain.take(input)
      case .opening: chain.take(output)
      }
      start &+= 16
    }
    if whole < text.count {
      var rest = text._mutatingExtracting(whole..<text.count)
      Self.cryptPartialBlock(&rest, direction, &chain, schedule)
    }
    return chain.tag(schedule)
  }

  /// The last, shorter block: for the MAC its plain text is filled up with zeros.
  private static func cryptPartialBlock(
    _ rest: inout MutableSpan<UInt8>, _ direction: Direction, _ chain: inout CCMChain,
    _ schedule: Span<AESPlanes>
  ) {
    let input = AESBlock(padding: rest.span)
    let output = (input ^ chain.keyStream(schedule)).bytes
    for index in rest.indices { rest[index] = output[index] }
    switch direction {
    case .sealing: chain.take(input)
    case .opening: chain.take(AESBlock(padding: rest.span))
    }
  }
}
