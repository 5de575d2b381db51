/// What is wrong with the text given for an option or operand, and what would be right: half a
/// line, to stand after the option's name and the text.
package struct ValueProblem: Error, Equatable {
  package let reason: String

  package init(_ reason: String) {
    self.reason = reason
  }
}

/// How the text given for an option or operand becomes a value.
package struct ValueParser<Value: Sendable>: Sendable {
  package let parse: @Sendable (String) throws(ValueProblem) -> Value

  package init(_ parse: @escaping @Sendable (String) throws(ValueProblem) -> Value) {
    self.parse = parse
  }

  /// The same text, its value turned into another that may still be refused.
  package func map<Other: Sendable>(
    _ transform: @escaping @Sendable (Value) throws(ValueProblem) -> Other
  ) -> ValueParser<Other> {
    ValueParser<Other> { (text) throws(ValueProblem) in try transform(try parse(text)) }
  }
}

extension ValueParser where Value: FixedWidthInteger {
  /// A whole number, decimal or, after `0x`, hexadecimal.
  /// - Parameter meaning: what the number is, to begin the message with, as in "a port".
  package static func integer(_ meaning: String, in range: ClosedRange<Value>) -> ValueParser {
    ValueParser { (text) throws(ValueProblem) in
      let limits = "\(range.lowerBound) to \(range.upperBound)"
      guard let digits = UnsignedDigits(text) else {
        throw ValueProblem("\(meaning) is a whole number from \(limits)")
      }
      guard let value = Value(digits.text, radix: digits.radix), range.contains(value) else {
        throw ValueProblem("\(meaning) is from \(limits)")
      }
      return value
    }
  }
}

extension ValueParser where Value: RawRepresentable<String> & CaseIterable {
  /// One of the cases of an enumeration, by its raw value.
  package static func choice(of type: Value.Type) -> ValueParser {
    ValueParser { (text) throws(ValueProblem) in
      guard let value = Value(rawValue: text) else {
        let all = Value.allCases.map(\.rawValue)
        let hint = Suggestion.closest(to: text, among: all).map { "; did you mean \($0)?" } ?? ""
        throw ValueProblem("this is one of " + all.joined(separator: ", ") + hint)
      }
      return value
    }
  }
}

extension ValueParser<String> {
  /// Any text but the empty one, such as a file's path.
  /// - Parameter meaning: what the text is, to begin the message with, as in "a file".
  package static func text(_ meaning: String) -> ValueParser {
    ValueParser { (text) throws(ValueProblem) in
      guard !text.isEmpty else { throw ValueProblem("\(meaning) cannot be empty") }
      return text
    }
  }
}

/// The digits of an unsigned number as written on a command line: no sign, no spaces.
struct UnsignedDigits {
  let text: Substring
  let radix: Int

  init?(_ written: String) {
    let isHexadecimal = written.hasPrefix("0x") || written.hasPrefix("0X")
    text = isHexadecimal ? written.dropFirst(2) : written[...]
    radix = isHexadecimal ? 16 : 10
    guard !text.isEmpty else { return nil }
    guard text.utf8.allSatisfy({ isHexadecimal ? $0.isHexDigit : $0.isDigit }) else { return nil }
  }
}

extension UInt8 {
  /// Whether this is one of the ASCII characters 0-9.
  package var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether this is one of the ASCII characters 0-9, a-f and A-F.
  package var isHexDigit: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }
}
