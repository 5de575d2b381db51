/// The iterated part of PBKDF2 for as many blocks side by side as a word of type `Word` has lanes:
/// U₁, U₂ = HMAC(password, U₁), … and the XOR of them all (RFC 8018 §5.2).
///
/// A round stays in the words of the hash: two compressions and no bytes.
struct PBKDF2Chains<Word: SHA256Word>: BitwiseCopyable, Sendable {
  private let inner: SHA256State<Word>
  private let outer: SHA256State<Word>
  private var latest: SHA256State<Word>
  private var sum: SHA256State<Word>

  /// Chains under the password's states, all without their U₁ yet.
  init(_ key: HMACKeyStates) {
    inner = SHA256State(repeating: key.inner)
    outer = SHA256State(repeating: key.outer)
    latest = .zero
    sum = .zero
  }

  /// Chains that hold nothing.
  init() {
    inner = .zero
    outer = .zero
    latest = .zero
    sum = .zero
  }

  /// Begins the chain of one lane with its U₁.
  mutating func begin(lane: Int, with first: [32 of UInt8]) {
    let first = SHA256State(bytes: first)
    latest.setLane(lane, to: first)
    sum.setLane(lane, to: first)
  }

  /// Takes `count` steps along each chain.
  @inline(never)
  mutating func step(_ count: UInt32) {
    var latest = latest
    var sum = sum
    var left = count
    while left > 0 {
      var hash = inner
      hash.compressOutOfLine(latest.paddedAfterOneBlock)
      latest = outer
      latest.compressOutOfLine(hash.paddedAfterOneBlock)
      sum.formXOR(latest)
      left &-= 1
    }
    self.latest = latest
    self.sum = sum
  }

  /// The block that one lane has come to, 32 bytes.
  func block(lane: Int) -> [32 of UInt8] {
    sum.lane(lane).bytes
  }
}
