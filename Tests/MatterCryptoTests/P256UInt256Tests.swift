import MatterCrypto
import Testing

struct P256UInt256Tests {
  private let text = "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20"

  @Test func bytesAreReadMostSignificantFirst() {
    let bytes = hexBytes("ff" + text)
    let number = UInt256(bigEndian: bytes.span, at: 1)
    #expect(number.limb3 == 0x0102_0304_0506_0708)
    #expect(number.limb0 == 0x191a_1b1c_1d1e_1f20)
  }

  @Test func bytesAreWrittenAsTheyWereRead() {
    let bytes = hexBytes(text)
    var written = [34 of UInt8](repeating: 0xee)
    var span = written.mutableSpan
    UInt256(bigEndian: bytes.span).write(bigEndianInto: &span, at: 1)
    #expect(hexText(written.span) == "ee" + text + "ee")
  }

  @Test func everyLimbCountsInComparisons() {
    let base = UInt256(5, 5, 5, 5)
    let greater = [
      UInt256(6, 5, 5, 5), UInt256(5, 6, 5, 5), UInt256(5, 5, 6, 5), UInt256(5, 5, 5, 6),
      UInt256(0, 0, 0, 6), UInt256(.max, .max, .max, .max),
    ]
    for other in greater {
      #expect(UInt256.isLess(base, other).revealed)
      #expect(!UInt256.isLess(other, base).revealed)
      #expect(!UInt256.isEqual(base, other).revealed)
    }
    #expect(!UInt256.isLess(base, base).revealed)
    #expect(UInt256.isEqual(base, base).revealed)
  }

  @Test func onlyZeroIsZero() {
    #expect(UInt256.zero.isZero.revealed)
    for bit in 0..<64 {
      let limb: UInt64 = 1 << UInt64(bit)
      #expect(!UInt256(limb, 0, 0, 0).isZero.revealed)
      #expect(!UInt256(0, limb, 0, 0).isZero.revealed)
      #expect(!UInt256(0, 0, limb, 0).isZero.revealed)
      #expect(!UInt256(0, 0, 0, limb).isZero.revealed)
    }
  }

  @Test func aCarryRunsThroughAllLimbs() {
    var carry: UInt64 = 1
    let sum = UInt256(.max, .max, .max, .max).adding(.zero, &carry)
    #expect(sum.isZero.revealed)
    #expect(carry == 1)
  }
}
