// How numbers, bytes and cases are written, for people and programs alike.

/// A time in milliseconds, to the microsecond.
package func milliseconds(_ microseconds: UInt64) -> String {
  let fraction = String(microseconds % 1000)
  return "\(microseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
}

/// A time in seconds, to the millisecond.
package func seconds(_ microseconds: UInt64) -> String {
  milliseconds(microseconds / 1000)
}

/// Two lower-case hexadecimal digits a byte.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// The name of an enumeration's case: `wrong_passcode` for `wrongPasscode`.
package func caseName(_ value: some Equatable) -> String {
  String(describing: value).prefix { $0 != "(" }.reduce(into: "") { result, character in
    result += character.isUppercase ? "_" + character.lowercased() : String(character)
  }
}
