import MatterBytes
import MatterCrypto
import ReferencePASE

// Our numbers and points as the libraries' bytes, and back.

extension UInt256 {
  init(bytes: [UInt8]) {
    self.init(bigEndian: bytes.span)
  }

  var bytes: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 32)
    var span = bytes.mutableSpan
    write(bigEndianInto: &span)
    return bytes
  }
}

extension FieldElement {
  init(bytes: [UInt8]) {
    self.init(UInt256(bytes: bytes))
  }

  var bytes: [UInt8] { number.bytes }
}

extension Scalar {
  /// Any 32 bytes, modulo the order.
  init(bytes: [UInt8]) {
    let wide = [UInt8](repeating: 0, count: 8) + bytes
    self.init(reducing: wide.span)
  }
}

extension ProjectivePoint {
  init(bytes: [UInt8]) throws {
    self.init(try AffinePoint(decoding: bytes.span))
  }

  /// The uncompressed encoding; no bytes for the identity.
  var bytes: [UInt8] {
    isIdentity.revealed ? [] : [UInt8](normalized().encoded())
  }
}

/// What `compute` gives, or no bytes where the library says infinity.
func pointOrInfinity(_ compute: () throws -> [UInt8]) throws -> [UInt8] {
  do {
    return try compute()
  } catch ReferenceError.infinity {
    return []
  }
}

extension SeededGenerator {
  /// Bytes in runs of zeros, ones or anything: carries and borrows happen at such edges.
  mutating func edgyBytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let run = Int.random(in: 1...16, using: &self)
      switch Int.random(in: 0..<4, using: &self) {
      case 0: bytes += [UInt8](repeating: 0, count: run)
      case 1: bytes += [UInt8](repeating: 0xff, count: run)
      default: bytes += self.bytes(run)
      }
    }
    return Array(bytes.prefix(count))
  }

  /// 32 bytes below the prime of the field.
  mutating func fieldElement() -> [UInt8] {
    while true {
      let bytes = near(Self.prime)
      if bytes.lexicographicallyPrecedes(Self.prime) { return bytes }
    }
  }

  /// 32 bytes of any value, often near the order or zero.
  mutating func scalar() -> [UInt8] {
    near(Self.order)
  }

  /// 40 bytes a little below or above a multiple of the order, where reductions end differently.
  mutating func nearMultipleOfOrder() -> [UInt8] {
    let factor = Int128(littleEndianBytes: edgyBytes(8))
    var rest = Int128.random(in: -16...16, using: &self)
    var bytes: [UInt8] = []
    for byte in Self.order.reversed() + [UInt8](repeating: 0, count: 8) {
      rest += factor * Int128(byte)
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    return bytes.reversed()
  }

  /// A point whose discrete logarithm is known to nobody in particular.
  mutating func point(_ oracles: Oracles) throws -> [UInt8] {
    try oracles.all[0].multiplyBase([1] + bytes(31))
  }

  /// 32 bytes: random, edgy, small, or a little off `modulus`.
  private mutating func near(_ modulus: [UInt8]) -> [UInt8] {
    switch Int.random(in: 0..<8, using: &self) {
    case 0:
      return [UInt8](repeating: 0, count: 31) + bytes(1)
    case 1:
      // The last byte of neither modulus overflows by this little.
      var bytes = modulus
      bytes[31] = bytes[31] &+ UInt8.random(in: 0...32, using: &self) &- 16
      return bytes
    case 2, 3:
      return edgyBytes(32)
    default:
      return bytes(32)
    }
  }

  private static let prime = [UInt8](
    hex: "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff")
  private static let order = [UInt8](
    hex: "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")
}
