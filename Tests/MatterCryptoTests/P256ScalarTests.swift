import CoreDriver
import MatterCrypto
import Testing

struct P256ScalarTests {
  private let n = BigNumber.n
  private let one = BigNumber(digits: [1])

  private func reduced(_ bytes: [UInt8]) -> BigNumber {
    BigNumber(Scalar(reducing: bytes.span).number)
  }

  private func wide(_ number: BigNumber) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 40)
    for index in 0..<320 where number.bit(index) {
      bytes[39 - index / 8] |= 1 << UInt8(index % 8)
    }
    return bytes
  }

  @Test func wideNumbersAreReducedAsIntegersAre() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<(runsOptimized ? 10_000 : 200) {
      let bytes = random.bytes(40)
      #expect(reduced(bytes) == BigNumber(bigEndian: bytes) % n, "\(bytes)")
    }
  }

  @Test func wideNumbersAroundMultiplesOfTheOrderAreReduced() {
    var random = SplitMix64(seed: 8)
    let greatest = BigNumber(digits: [.max, .max])
    let factors =
      (0...4).map { BigNumber(digits: [$0]) } + [greatest, greatest - one]
      + (0..<50).map { _ in
        BigNumber(digits: [UInt32(random.next() >> 32), UInt32(random.next() >> 32)])
      }
    for factor in factors {
      let multiple = factor * n
      for offset in 0...2 as ClosedRange<UInt32> {
        let above = multiple + BigNumber(digits: [offset])
        #expect(reduced(wide(above)) == BigNumber(digits: [offset]), "\(factor)")
        guard factor != BigNumber(digits: []), offset > 0 else { continue }
        let below = multiple - BigNumber(digits: [offset])
        #expect(reduced(wide(below)) == n - BigNumber(digits: [offset]), "\(factor)")
      }
    }
  }

  @Test func wideNumbersWithEdgesInTheirLimbsAreReduced() {
    let edges: [UInt8] = [0x00, 0x01, 0x7f, 0x80, 0xff]
    for top in edges {
      for high in edges {
        for low in edges {
          let bytes =
            [UInt8](repeating: top, count: 8) + [UInt8](repeating: high, count: 16)
            + [UInt8](repeating: low, count: 16)
          #expect(reduced(bytes) == BigNumber(bigEndian: bytes) % n, "\(bytes)")
        }
      }
    }
  }

  @Test func theOrderAndAboveAreNoScalars() {
    for number in [n, n + one, BigNumber(UInt256(.max, .max, .max, .max))] {
      let canonical = Scalar.canonical(number.number)
      #expect(!canonical.isCanonical.revealed)
      #expect(canonical.scalar.number.isZero.revealed)
    }
  }

  @Test func numbersBelowTheOrderAreScalars() {
    for number in [BigNumber(digits: []), one, n - one] {
      let canonical = Scalar.canonical(number.number)
      #expect(canonical.isCanonical.revealed)
      #expect(BigNumber(canonical.scalar.number) == number)
    }
  }

  @Test func aWipedScalarIsZero() {
    var scalar = Scalar(one)
    scalar.wipe()
    #expect(scalar.number.isZero.revealed)
  }
}
