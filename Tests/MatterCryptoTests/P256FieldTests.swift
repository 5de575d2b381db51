import MatterCrypto
import Testing

/// The field of P-256 against schoolbook arithmetic, on numbers with limbs at their edges.
struct P256FieldTests {
  private let p = BigNumber.p

  private func element(_ number: BigNumber) -> FieldElement { FieldElement(number.number) }

  private func value(_ element: FieldElement) -> BigNumber { BigNumber(element.number) }

  /// The smallest and the greatest numbers, and those around the limbs' edges.
  private var edges: [BigNumber] {
    let one = BigNumber(digits: [1])
    let small = (0...3).map { BigNumber(digits: [$0]) }
    let great = small.dropFirst().map { p - $0 }
    let powers = [32, 64, 96, 128, 192, 224, 255].flatMap { exponent in
      var digits = [UInt32](repeating: 0, count: 8)
      digits[exponent / 32] = 1 << UInt32(exponent % 32)
      let power = BigNumber(digits: digits)
      return [power - one, power]
    }
    return small + great + powers
  }

  @Test func sumsDifferencesAndProductsOfEdgesAreThoseOfIntegers() {
    for left in edges {
      for right in edges {
        expectArithmetic(left, right)
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func sumsDifferencesAndProductsAreThoseOfIntegers(seed: UInt64) {
    var numbers = EdgeWeightedNumbers(below: p, seed: seed)
    for _ in 0..<(runsOptimized ? 10_000 : 200) {
      expectArithmetic(numbers.next(), numbers.next())
    }
  }

  private func expectArithmetic(_ left: BigNumber, _ right: BigNumber) {
    let a = element(left)
    let b = element(right)
    #expect(value(a + b) == (left + right) % p, "\(left) + \(right)")
    #expect(value(a - b) == (left + (p - right)) % p, "\(left) - \(right)")
    #expect(value(a * b) == (left * right) % p, "\(left) * \(right)")
    #expect(value(-a) == (p - left) % p, "-\(left)")
    #expect(value(a.squared()) == (left * left) % p, "\(left) squared")
    #expect(value(a.halved() + a.halved()) == left, "half of \(left)")
  }

  @Test func everyResultIsBelowThePrime() {
    var numbers = EdgeWeightedNumbers(below: p, seed: 4)
    for _ in 0..<(runsOptimized ? 10_000 : 200) {
      let a = element(numbers.next())
      let b = element(numbers.next())
      for result in [a + b, a - b, a * b, -a, a.squared(), a.halved()] {
        #expect(BigNumber(result.montgomery) < p, "\(value(a)), \(value(b))")
      }
    }
  }

  @Test func anElementMinusItselfIsTheOneZero() {
    for edge in edges {
      let a = element(edge)
      #expect((a - a).montgomery.isZero.revealed)
      #expect((a + -a).montgomery.isZero.revealed)
      #expect(FieldElement.isEqual(a + a - a, a).revealed)
    }
  }

  @Test func multiplicationAssociatesAndDistributes() {
    var numbers = EdgeWeightedNumbers(below: p, seed: 5)
    for _ in 0..<(runsOptimized ? 10_000 : 200) {
      let a = element(numbers.next())
      let b = element(numbers.next())
      let c = element(numbers.next())
      #expect(FieldElement.isEqual((a * b) * c, a * (b * c)).revealed)
      #expect(FieldElement.isEqual(a * (b + c), a * b + a * c).revealed)
      #expect(FieldElement.isEqual(a * (b - c), a * b - a * c).revealed)
    }
  }

  @Test func anElementTimesItsInverseIsOne() {
    var numbers = EdgeWeightedNumbers(below: p, seed: 6)
    let random = (0..<(runsOptimized ? 100 : 10)).map { _ in numbers.next() }
    for number in (edges + random) where number != BigNumber(digits: []) {
      let a = element(number)
      #expect(FieldElement.isEqual(a * a.inverted(), .one).revealed, "\(number)")
    }
  }

  @Test func theInverseOfZeroIsZero() {
    #expect(FieldElement.zero.inverted().isZero.revealed)
  }

  @Test func repeatedSquaringIsSquaringRepeated() {
    let a = element(BigNumber(hex: "123456789abcdef0fedcba9876543210"))
    #expect(FieldElement.isEqual(a.squared(times: 0), a).revealed)
    #expect(FieldElement.isEqual(a.squared(times: 3), a.squared().squared().squared()).revealed)
  }

  @Test func selectionTakesTheOneAsked() {
    let a = element(BigNumber(digits: [5]))
    let b = element(BigNumber(digits: [6]))
    #expect(FieldElement.isEqual(FieldElement.select(Mask(bit: 1), a, b), a).revealed)
    #expect(FieldElement.isEqual(FieldElement.select(Mask(bit: 0), a, b), b).revealed)
    #expect(!FieldElement.isEqual(a, b).revealed)
  }
}
