import MatterCrypto

/// Why a text is not a setup code. Positions and places count from 1.
package enum OnboardingError: Error, Equatable, Sendable {
  // QR codes
  /// The text does not begin with `MT:`.
  case missingPrefix(found: String)
  /// Not in base 38's alphabet. The position is that in the whole text.
  case foreignCharacter(Character, position: Int)
  /// One or three characters are left over at the end, which no bytes give.
  case incompleteGroup(position: Int, characterCount: Int)
  /// The characters stand for a number that needs more bytes than they may give.
  case groupTooLarge(position: Int, text: String)
  /// Fewer bytes than a payload has.
  case tooShort(byteCount: Int)
  case unsupportedVersion(Int)
  case paddingNotZero(Int)
  /// Flow 3 means nothing yet.
  case reservedFlow

  // Manual codes
  /// The position is that in the text as typed, with its dashes and spaces.
  case notADigit(Character, position: Int)
  /// Neither 11 nor 21 digits.
  case digitCount(Int)
  /// The position counts digits only.
  case checkDigit(position: Int, found: Int, expected: Int)
  /// 8 or 9.
  case reservedFirstDigit(Int)
  /// The first digit says that vendor and product follow and they do not, or the reverse.
  case lengthDisagrees(firstDigit: Int, count: Int)
  /// Some digits make a number that does not fit its field. Places count digits only.
  case digitsTooLarge(places: ClosedRange<Int>, value: Int, limit: Int)

  // Both
  case badPasscode(UInt32, PasscodeError)

  /// What is wrong and, where it can be told, what would be right: half a line.
  package var message: String {
    switch self {
    case .missingPrefix(let found):
      found.uppercased() == QRCode.prefix
        ? "a QR code begins with MT: in capitals" : "a QR code begins with MT:"
    case .foreignCharacter(let character, let position):
      "character \(position) is '\(character)'; a QR code has only 0-9, A-Z, '-' and '.' after MT:"
    case .incompleteGroup(let position, let count):
      "the last \(count == 1 ? "character" : "\(count) characters"), from character \(position),"
        + " cannot end a QR code; part of it is missing or too much"
    case .groupTooLarge(let position, let text):
      "'\(text)' at character \(position) stands for no bytes; the code is mistyped there"
    case .tooShort(let count):
      "a QR code holds at least \(OnboardingPayload.fixedByteCount) bytes, this one \(count)"
    case .unsupportedVersion(let version):
      "the code is of version \(version); only version 0 is known"
    case .paddingNotZero(let bits):
      "the padding bits are \(bits) instead of 0; the code is damaged"
    case .reservedFlow:
      "commissioning flow 3 is reserved; the code is damaged"
    case .notADigit(let character, let position):
      "character \(position) is '\(character)'; a manual code has only digits, dashes and spaces"
    case .digitCount(let count):
      "a manual code has 11 or 21 digits, this one \(count)"
    case .checkDigit(let position, let found, let expected):
      "the check digit (digit \(position)) is \(found), but \(expected) would fit the others;"
        + " one of the digits is mistyped"
    case .reservedFirstDigit(let digit):
      "a manual code begins with a digit from 0 to 7, not \(digit)"
    case .lengthDisagrees(let digit, let count):
      "the first digit \(digit) belongs to a code of \(digit & 4 != 0 ? 21 : 11) digits,"
        + " this one has \(count)"
    case .digitsTooLarge(let places, let value, let limit):
      "digits \(places.lowerBound) to \(places.upperBound) make \(value),"
        + " more than the \(limit) possible there"
    case .badPasscode(_, .outOfRange):
      "its passcode is not in the range 1 to 99999998"
    case .badPasscode(_, .trivial):
      "its passcode is one of those that are forbidden because they are too easily guessed"
    }
  }
}
