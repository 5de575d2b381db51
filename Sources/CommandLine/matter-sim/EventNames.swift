import CommandLineInterface

/// The name of an enumeration's case for programs: `wrong_passcode` for `wrongPasscode`.
func caseName<Value>(_ value: Value) -> JSONValue {
  let name = String(describing: value).prefix { $0 != "(" }
  return .string(
    name.reduce(into: "") { result, character in
      result += character.isUppercase ? "_" + character.lowercased() : String(character)
    })
}

/// Two lower-case hexadecimal digits a byte.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// A time in milliseconds, to the microsecond.
func milliseconds(_ microseconds: UInt64) -> String {
  let fraction = String(microseconds % 1000)
  return "\(microseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
}

extension String {
  /// Filled up with spaces behind it.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// Filled up with spaces before it.
  func aligned(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
