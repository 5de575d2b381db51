/// The CBC-MAC and the counter of one CCM text (RFC 3610 §2.2, §2.3).
///
/// The cipher does two blocks at the price of one: a step of the MAC and, beside it, the key stream
/// for the text block that the MAC takes in next. So a text of n blocks costs n calls, and two more
/// for the lengths and the tag, and those for the authenticated data.
struct CCMChain: BitwiseCopyable {
  /// The MAC with the latest block added but not yet encrypted.
  private var mac: AESBlock

  /// The nonce where the blocks of CCM have it, all else zero.
  private let nonce: AESBlock

  /// The number of the latest block of key stream.
  private var counter: UInt16 = 0

  /// A chain that has taken in all but the text, of which there will be `textCount` bytes.
  init(
    _ schedule: Span<AESPlanes>, nonce: borrowing [13 of UInt8], textCount: Int,
    _ authenticated: Span<UInt8>
  ) {
    precondition(textCount <= 0xffff, "a CCM text has at most 65535 bytes")
    self.nonce = AESBlock(nonce: nonce)
    // Flags, RFC 3610 §2.2: 0x40 with authenticated data; 7 for a 16-byte tag; 1 for L = 2.
    let flags = 0x39 | UInt64(min(authenticated.count, 1)) &<< 6
    mac = self.nonce.numbered(flags: flags, UInt16(truncatingIfNeeded: textCount))
    takeAuthenticated(authenticated, schedule)
  }

  /// The key stream for the next block of text, which `take` must then be given.
  @inline(__always)
  mutating func keyStream(_ schedule: Span<AESPlanes>) -> AESBlock {
    counter &+= 1
    var stream = nonce.numbered(flags: 1, counter)
    AES128.encrypt(&mac, &stream, schedule)
    return stream
  }

  /// Adds a block of plain text to the MAC.
  @inline(__always)
  mutating func take(_ block: AESBlock) {
    mac = mac ^ block
  }

  /// The tag, when all the text is taken in.
  consuming func tag(_ schedule: Span<AESPlanes>) -> [16 of UInt8] {
    var stream = nonce.numbered(flags: 1, 0)
    AES128.encrypt(&mac, &stream, schedule)
    return (mac ^ stream).bytes
  }

  /// Takes in the authenticated data, with its length before it and filled up with zeros to whole
  /// blocks.
  private mutating func takeAuthenticated(_ bytes: Span<UInt8>, _ schedule: Span<AESPlanes>) {
    precondition(bytes.count < 0xff00, "the length of authenticated data takes two bytes here")
    var start = 0
    while start < bytes.count {
      var block = [16 of UInt8](repeating: 0)
      var place = 0
      if start == 0 {
        block[0] = UInt8(truncatingIfNeeded: bytes.count &>> 8)
        block[1] = UInt8(truncatingIfNeeded: bytes.count)
        place = 2
      }
      let taken = min(16 &- place, bytes.count &- start)
      for index in 0..<taken { block[place &+ index] = bytes[start &+ index] }
      takeAuthenticated(AESBlock(block.span), schedule)
      start &+= taken
    }
  }

  /// There is no text yet to make key stream for.
  private mutating func takeAuthenticated(_ block: AESBlock, _ schedule: Span<AESPlanes>) {
    var unused = AESBlock.zero
    AES128.encrypt(&mac, &unused, schedule)
    take(block)
  }
}

extension AESBlock {
  /// A nonce in bytes 1...13.
  fileprivate init(nonce: borrowing [13 of UInt8]) {
    var block = [16 of UInt8](repeating: 0)
    for index in 0..<13 { block[index &+ 1] = nonce[index] }
    self.init(block.span)
  }

  /// The block with `flags` as its first byte and `number` as its last two, high byte first.
  @inline(__always)
  fileprivate func numbered(flags: UInt64, _ number: UInt16) -> AESBlock {
    AESBlock(low: low | flags, high: high | UInt64(number.byteSwapped) &<< 48)
  }
}
