import MatterCrypto

/// scrypt (RFC 7914), in which PBKDF2-HMAC-SHA-256 is ours and the rest is written here.
struct Scrypt {
  /// N, a power of two.
  let cost: Int
  /// r: a block is 128 · r bytes.
  let blockSize: Int
  /// p, with at most 16 KiB of blocks.
  let parallelism: Int

  /// A key of 64 bytes.
  func derive(password: [UInt8], salt: [UInt8]) -> [UInt8] {
    // PBKDF2's output begins alike whatever its length is: what is not wanted is cut off.
    let length = 128 * blockSize * parallelism
    let filled = PBKDF2SHA256<16384>.derive(
      password: password.span, salt: salt.span, iterations: 1)
    let mixed = stride(from: 0, to: length, by: 128 * blockSize).flatMap { start in
      mix((0..<(128 * blockSize)).map { filled[start + $0] })
    }
    return Array(
      copying: PBKDF2SHA256<64>.derive(password: password.span, salt: mixed.span, iterations: 1))
  }

  /// scryptROMix (§5).
  private func mix(_ bytes: [UInt8]) -> [UInt8] {
    var block = stride(from: 0, to: bytes.count, by: 4).map { start in
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
    }
    var memory: [[UInt32]] = []
    for _ in 0..<cost {
      memory.append(block)
      block = Self.mixBlock(block)
    }
    for _ in 0..<cost {
      let chosen = memory[Int(block[block.count - 16]) & (cost - 1)]
      block = Self.mixBlock(zip(block, chosen).map { $0 ^ $1 })
    }
    return block.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }

  /// scryptBlockMix (§4): the even results before the odd ones.
  private static func mixBlock(_ block: [UInt32]) -> [UInt32] {
    var state = Array(block.suffix(16))
    var even: [UInt32] = []
    var odd: [UInt32] = []
    for start in stride(from: 0, to: block.count, by: 16) {
      for index in 0..<16 { state[index] ^= block[start + index] }
      salsa(&state)
      if start / 16 % 2 == 0 { even += state } else { odd += state }
    }
    return even + odd
  }

  /// Salsa20/8 (§3): four times all columns, then all rows.
  private static func salsa(_ state: inout [UInt32]) {
    var x = state
    for _ in 0..<4 {
      for column in 0..<4 {
        quarter(&x, (0..<4).map { (column * 5 + 4 * $0) % 16 })
      }
      for row in 0..<4 {
        quarter(&x, (0..<4).map { row * 4 + (row + $0) % 4 })
      }
    }
    for index in 0..<16 { state[index] &+= x[index] }
  }

  private static func quarter(_ x: inout [UInt32], _ at: [Int]) {
    for (step, distance) in [UInt32(7), 9, 13, 18].enumerated() {
      let sum = x[at[step % 4]] &+ x[at[(step + 3) % 4]]
      x[at[(step + 1) % 4]] ^= sum << distance | sum >> (32 - distance)
    }
  }
}
