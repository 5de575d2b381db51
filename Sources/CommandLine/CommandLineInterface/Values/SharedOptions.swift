import MatterCrypto
import Onboarding

/// The options that mean the same wherever a command takes them.
package enum SharedOptions {
  package static let passcode = Option(
    "passcode", value: "NUMBER", summary: "the setup passcode, 1 to 99999998",
    parser: .passcode)

  package static let discriminator = Option(
    "discriminator", value: "NUMBER", summary: "0 to 4095, or 0x0 to 0xfff",
    parser: .discriminator)

  package static let iterations = Option(
    "iterations", value: "NUMBER", summary: "rounds of PBKDF2, 1000 to 100000",
    parser: .integer("the number of iterations", in: UInt32(1000)...100_000))

  package static let salt = Option(
    "salt", value: "HEX", summary: "salt of PBKDF2, 16 to 32 bytes in hexadecimal",
    parser: .salt)

  package static let seed = Option(
    "seed", value: "NUMBER",
    summary: "take all randomness from this number: repeatable, and insecure",
    parser: .integer("a seed", in: UInt64.min...UInt64.max))

  package static let record = Option(
    "record", value: "FILE", summary: "write a trace of everything that happens",
    parser: .text("a file"))

  package static let showSecrets = Flag(
    "show-secrets", summary: "print passcodes and keys instead of hiding them")
}

/// What may happen to datagrams on the wire, to see how both sides take it.
package enum FaultOptions {
  package static let drop = probability("drop", "that a datagram is lost")
  package static let duplicate = probability("duplicate", "that a datagram arrives twice")
  package static let reorder = probability("reorder", "that a datagram is overtaken")
  package static let corrupt = probability("corrupt", "that a datagram has a bit flipped")

  package static let delay = Option(
    "delay", value: "MS", summary: "milliseconds that each datagram takes, 0 to 60000",
    parser: .integer("a delay", in: UInt32(0)...60_000)
  ).defaulting(to: 0, shownAs: "0")

  package static let all: [any OptionDeclaration] = [drop, duplicate, reorder, delay, corrupt]

  private static func probability(
    _ name: String, _ event: String
  ) -> DefaultedOption<Probability> {
    Option(
      name, value: "P", summary: "the probability, 0 to 1, \(event)", parser: .probability
    ).defaulting(to: .never, shownAs: "0")
  }
}

extension ValueParser<Passcode> {
  package static let passcode = ValueParser<UInt32>.integer(
    "a passcode", in: 1...99_999_998
  ).map { (number) throws(ValueProblem) in
    do throws(PasscodeError) {
      return try Passcode(number)
    } catch {
      switch error {
      case .outOfRange: throw ValueProblem("a passcode is from 1 to 99999998")
      case .trivial: throw ValueProblem("this passcode is forbidden: too easily guessed")
      }
    }
  }
}

extension ValueParser<Discriminator> {
  package static let discriminator = ValueParser<UInt16>.integer(
    "a discriminator", in: Discriminator.range
  ).map { (number) throws(ValueProblem) in
    guard let discriminator = Discriminator(number) else {
      throw ValueProblem("a discriminator is from 0 to 4095")
    }
    return discriminator
  }
}

extension ValueParser<[UInt8]> {
  /// 16 to 32 bytes, two hexadecimal digits each.
  package static let salt = ValueParser { (text) throws(ValueProblem) in
    guard text.utf8.allSatisfy(\.isHexDigit) else {
      throw ValueProblem("a salt is 16 to 32 bytes written as hexadecimal digits")
    }
    guard text.utf8.count.isMultiple(of: 2) else {
      throw ValueProblem("a salt has two hexadecimal digits a byte; here one is left over")
    }
    let digits = Array(text)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
    guard (16...32).contains(bytes.count) else {
      throw ValueProblem("a salt is 16 to 32 bytes, this is \(bytes.count)")
    }
    return bytes
  }
}
