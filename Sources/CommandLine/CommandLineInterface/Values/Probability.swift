/// How likely something is to happen, 0...1.
package struct Probability: Equatable, Sendable {
  package static let never = Probability(0)
  package let value: Double

  fileprivate init(_ value: Double) {
    self.value = value
  }
}

extension ValueParser<Probability> {
  /// A decimal number such as `0.25`.
  package static let probability = ValueParser { (text) throws(ValueProblem) in
    let isPlain = text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
    guard isPlain, let value = Double(text), (0...1).contains(value) else {
      throw ValueProblem("a probability is a number from 0 to 1, such as 0.1")
    }
    return Probability(value)
  }
}
