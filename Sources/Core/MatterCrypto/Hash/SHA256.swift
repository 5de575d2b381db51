/// SHA-256 (FIPS 180-4), fed piece by piece.
///
/// Constant time in the message; its length is public.
public struct SHA256: Sendable {
  private var state: SHA256State<UInt32>

  /// The message bytes not yet compressed, the first `length mod 64`; zeros follow.
  private var pending: [64 of UInt8]

  /// The length of the message so far, in bytes.
  private var length: UInt64

  /// The hash of an empty message, to be fed.
  public init() {
    self.init(state: .initial, length: 0)
  }

  /// A hash that has already taken in `length` bytes, whole blocks of 64.
  init(state: SHA256State<UInt32>, length: UInt64) {
    self.state = state
    self.length = length
    pending = [64 of UInt8](repeating: 0)
  }

  /// Appends `bytes`, any number of them, to the message.
  public mutating func update(_ bytes: Span<UInt8>) {
    let held = Int(length & 63)
    length &+= UInt64(bytes.count)
    var rest = bytes
    if held > 0 {
      let taken = min(64 &- held, bytes.count)
      hold(bytes.extracting(first: taken), after: held)
      guard held &+ taken == 64 else { return }
      compressPending()
      rest = bytes.extracting(droppingFirst: taken)
    }
    let whole = rest.count & ~63
    state.compress(wholeBlocks: rest.extracting(first: whole))
    hold(rest.extracting(droppingFirst: whole), after: 0)
  }

  /// Appends `bytes` to the message.
  public mutating func update<let count: Int>(_ bytes: borrowing [count of UInt8]) {
    update(bytes.span)
  }

  /// The 32-byte digest of the message.
  public consuming func finish() -> [32 of UInt8] {
    pad()
    return state.bytes
  }

  /// The digest of `bytes`.
  public static func hash(_ bytes: Span<UInt8>) -> [32 of UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// Overwrites what is left of the message. The value is then the hash of an empty message.
  public mutating func wipe() {
    overwrite(&state, with: .initial)
    MatterCrypto.wipe(&pending)
    length = 0
  }

  private mutating func hold(_ bytes: Span<UInt8>, after held: Int) {
    for index in bytes.indices {
      pending[held &+ index] = bytes[index]
    }
  }

  private mutating func compressPending() {
    state.compress(wholeBlocks: pending.span)
    pending = [64 of UInt8](repeating: 0)
  }

  /// Appends the padding of FIPS 180-4 §5.1.1: a 1, zeros, and the message's length in bits.
  private mutating func pad() {
    let held = Int(length & 63)
    pending[held] = 0x80
    if held >= 56 {
      compressPending()
    }
    var bits = length &<< 3
    for index in 0..<8 {
      pending[63 &- index] = UInt8(truncatingIfNeeded: bits)
      bits &>>= 8
    }
    compressPending()
  }
}
