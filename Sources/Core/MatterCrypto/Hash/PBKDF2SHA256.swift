/// PBKDF2 with HMAC-SHA-256 (RFC 8018 §5.2), done a slice at a time, so that whoever has other
/// duties chooses how long each slice lasts.
///
/// Give `advance(by:)` rounds until it answers `true`, then read `output`. A round is one iteration
/// of up to four 32-byte blocks of the output, on every machine, whether it computes them side by
/// side or one after the other: what a slice does must not depend on where it runs. Only the first
/// round of each four blocks costs more, a few compressions a block.
///
/// Constant time in the password; its length is public, as are the salt and the iterations.
public struct PBKDF2SHA256<let length: Int>: Sendable {
  #if arch(x86_64) || arch(arm64) || SIMD128
    private typealias FourChains = [1 of PBKDF2Chains<SIMD4<UInt32>>]

    /// The chain and its lane that compute one of four blocks.
    private static func place(of block: Int) -> (chain: Int, lane: Int) { (0, block) }
  #else
    private typealias FourChains = [4 of PBKDF2Chains<UInt32>]

    /// The chain and its lane that compute one of four blocks.
    private static func place(of block: Int) -> (chain: Int, lane: Int) { (block, 0) }
  #endif

  /// The password's and the salt's part of U₁ of every block.
  private var salted: HMACSHA256

  private var chains: FourChains
  private let iterations: UInt32

  /// The iterations that the present blocks still want.
  private var iterationsLeft: UInt32

  /// How much of the output is there.
  private var done = 0

  private var bytes: [length of UInt8]

  /// Nothing derived yet; costs the password's and the salt's hashing.
  /// - Parameter iterations: at least 1.
  public init(password: Span<UInt8>, salt: Span<UInt8>, iterations: UInt32) {
    precondition(iterations > 0, "PBKDF2 wants at least one iteration")
    var key = HMACKeyStates(key: password)
    salted = HMACSHA256(key)
    salted.update(salt)
    chains = FourChains(repeating: PBKDF2Chains(key))
    key.wipe()
    self.iterations = iterations
    iterationsLeft = iterations
    bytes = [length of UInt8](repeating: 0)
  }

  /// Whether the whole output is there.
  public var isComplete: Bool { done == length }

  /// The derived bytes. Only to be read when `isComplete`.
  public var output: [length of UInt8] {
    precondition(isComplete, "PBKDF2 has rounds left")
    return bytes
  }

  /// Does at most `rounds` rounds.
  /// - Returns: whether the whole output is there.
  public mutating func advance(by rounds: UInt32) -> Bool {
    var left = rounds
    while left > 0 {
      guard done < length else { break }
      var taken: UInt32 = 1
      if iterationsLeft == iterations {
        beginChains()
      } else {
        taken = min(left, iterationsLeft)
        for index in 0..<chainsInUse { chains[index].step(taken) }
      }
      left &-= taken
      iterationsLeft &-= taken
      if iterationsLeft == 0 {
        finishChains()
      }
    }
    return isComplete
  }

  /// All rounds at once, of which there are fewer than 2^32.
  public static func derive(
    password: Span<UInt8>, salt: Span<UInt8>, iterations: UInt32
  ) -> [length of UInt8] {
    var derivation = Self(password: password, salt: salt, iterations: iterations)
    _ = derivation.advance(by: .max)
    let output = derivation.output
    derivation.wipe()
    return output
  }

  /// Overwrites all that was computed. The value is then of no use.
  public mutating func wipe() {
    salted.wipe()
    overwrite(&chains, with: FourChains(repeating: PBKDF2Chains()))
    MatterCrypto.wipe(&bytes)
    done = 0
  }

  /// The chains that have a block to compute.
  private var chainsInUse: Int {
    min(FourChains.count, (length &- done &+ 31) &>> 5)
  }

  /// The first round: U₁ of each block.
  private mutating func beginChains() {
    for block in 0..<4 {
      let start = done &+ 32 &* block
      guard start < length else { break }
      var code = salted
      let number = UInt32(truncatingIfNeeded: start &>> 5 &+ 1)
      code.update([
        UInt8(truncatingIfNeeded: number &>> 24), UInt8(truncatingIfNeeded: number &>> 16),
        UInt8(truncatingIfNeeded: number &>> 8), UInt8(truncatingIfNeeded: number),
      ])
      let (index, lane) = Self.place(of: block)
      chains[index].begin(lane: lane, with: code.finish())
    }
  }

  /// The last round is over: the blocks become output.
  private mutating func finishChains() {
    for number in 0..<4 {
      let (index, lane) = Self.place(of: number)
      let block = chains[index].block(lane: lane)
      let taken = min(32, length &- done)
      for index in 0..<taken {
        bytes[done &+ index] = block[index]
      }
      done &+= taken
    }
    iterationsLeft = iterations
  }
}
