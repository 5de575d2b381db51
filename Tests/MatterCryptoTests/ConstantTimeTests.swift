import MatterCrypto
import Testing

/// What masks compute; that they do it in constant time is read from the object code.
struct ConstantTimeTests {
  @Test func aMaskSelects() {
    #expect(Mask(bit: 1).select(5, 9) == 5)
    #expect(Mask(bit: 0).select(5, 9) == 9)
    #expect(Mask(bit: 1).select(0, .max) == 0)
    #expect(Mask(bit: 0).select(0, .max) == .max)
  }

  @Test(arguments: [(0, 0), (0, 1), (1, 0), (1, 1)] as [(UInt64, UInt64)])
  func masksCombineAsTruthValues(left: UInt64, right: UInt64) {
    #expect((Mask(bit: left) & Mask(bit: right)).bit == left & right)
    #expect((Mask(bit: left) | Mask(bit: right)).bit == left | right)
    #expect((~Mask(bit: left)).bit == 1 - left)
    #expect(Mask(bit: left).isSet == 0 &- left)
    #expect(Mask(bit: left).revealed == (left == 1))
    #expect(Mask(isEqual: left, right).revealed == (left == right))
  }

  @Test func onlyZeroIsZero() {
    #expect(Mask(isZero: 0).revealed)
    for shift in 0..<64 { #expect(!Mask(isZero: 1 << UInt64(shift)).revealed) }
    #expect(!Mask(isZero: .max).revealed)
    #expect(!Mask(isEqual: .max, 1).revealed)
    #expect(Mask(isEqual: .max, .max).revealed)
  }

  @Test func equalByteStringsAreEqual() {
    for length in 0...40 {
      #expect(equal(patternBytes(length), patternBytes(length)))
    }
  }

  @Test func oneBitOfDifferenceIsSeen() {
    let bytes = patternBytes(32)
    for index in bytes.indices {
      for bit in 0..<8 {
        var other = bytes
        other[index] ^= 1 << UInt8(bit)
        #expect(!equal(bytes, other), "bit \(bit) of byte \(index)")
      }
    }
  }

  @Test func unequalLengthsAreTheCallersFault() async {
    await #expect(processExitsWith: .failure) {
      _ = constantTimeEqual([1, 2].span, [1].span)
    }
  }

  @Test func wipingLeavesZeros() {
    var bytes: [5 of UInt8] = [1, 2, 3, 4, 5]
    wipe(&bytes)
    #expect(hexText(bytes.span) == "0000000000")
    var word: UInt64 = 7
    overwrite(&word, with: 1)
    #expect(word == 1)
  }

  private func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    constantTimeEqual(left.span, right.span)
  }
}
