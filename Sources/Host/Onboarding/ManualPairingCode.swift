import MatterCrypto

/// The digits that a person types when there is no camera: 11, or 21 with vendor and product.
package struct ManualPairingCode: Equatable, Sendable {
  package let discriminator: ShortDiscriminator
  package let passcode: Passcode
  /// What the long form adds.
  package let product: ProductIdentity?

  package init(
    discriminator: ShortDiscriminator, passcode: Passcode, product: ProductIdentity? = nil
  ) {
    self.discriminator = discriminator
    self.passcode = passcode
    self.product = product
  }

  /// The code printed beside the QR code of `payload`: the long form unless the flow is standard,
  /// because a commissioner must know the product to find out what the flow is.
  package init(for payload: OnboardingPayload) {
    self.init(
      discriminator: payload.discriminator.short, passcode: payload.passcode,
      product: payload.flow == .standard ? nil : payload.product)
  }

  /// The digits alone, 11 or 21.
  package var digits: String {
    let low = Int(discriminator.value & 3) << 14 | Int(passcode.value & 0x3FFF)
    var text = String(discriminator.value >> 2 | (product == nil ? 0 : 4))
    text += padded(low, to: 5) + padded(Int(passcode.value >> 14), to: 4)
    if let product {
      text += padded(Int(product.vendorID), to: 5) + padded(Int(product.productID), to: 5)
    }
    return text + String(VerhoeffCheck.digit(for: text.utf8.map { Int($0) - 0x30 }))
  }

  /// The digits in groups, easier to read out: `3497-011-2332`.
  package var text: String {
    var rest = digits[...]
    return (product == nil ? [4, 3, 4] : [4, 3, 4, 5, 5]).map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }.joined(separator: "-")
  }

  /// Reads a code as typed; dashes and spaces are ignored.
  /// - Throws: `notADigit`, `digitCount`, `checkDigit`, `reservedFirstDigit`,
  ///   `lengthDisagrees`, `digitsTooLarge` or `badPasscode`, in this order.
  package init(parsing text: String) throws(OnboardingError) {
    let digits = try Self.checkedDigits(of: text)
    guard digits[0] < 8 else { throw .reservedFirstDigit(digits[0]) }
    let announcesProduct = digits[0] & 4 != 0
    let isLong = digits.count == Self.longCount
    guard announcesProduct == isLong else {
      throw .lengthDisagrees(firstDigit: digits[0], count: digits.count)
    }
    let low = try Self.number(digits, places: 2...6, limit: 0xFFFF)
    let high = try Self.number(digits, places: 7...10, limit: 0x1FFF)
    guard let discriminator = ShortDiscriminator(UInt8(digits[0] & 3) << 2 | UInt8(low >> 14))
    else { preconditionFailure("four bits are a short discriminator") }
    self.discriminator = discriminator
    product =
      isLong
      ? ProductIdentity(
        vendorID: UInt16(try Self.number(digits, places: 11...15, limit: 0xFFFF)),
        productID: UInt16(try Self.number(digits, places: 16...20, limit: 0xFFFF)))
      : nil
    passcode = try .carriedByCode(high << 14 | low & 0x3FFF)
  }

  private static let shortCount = 11
  private static let longCount = 21

  /// The digits of `text`, as many as one of the forms has, the last being the right check digit.
  private static func checkedDigits(of text: String) throws(OnboardingError) -> [Int] {
    var digits: [Int] = []
    for (position, character) in zip(1..., text) where character != "-" && character != " " {
      guard let ascii = character.asciiValue, let digit = Int(String(UnicodeScalar(ascii))) else {
        throw .notADigit(character, position: position)
      }
      digits.append(digit)
    }
    guard digits.count == shortCount || digits.count == longCount else {
      throw .digitCount(digits.count)
    }
    let expected = VerhoeffCheck.digit(for: digits.dropLast())
    guard digits[digits.count - 1] == expected else {
      throw .checkDigit(
        position: digits.count, found: digits[digits.count - 1], expected: expected)
    }
    return digits
  }

  /// The number that the digits at `places`, counted from 1, make.
  private static func number(
    _ digits: [Int], places: ClosedRange<Int>, limit: UInt32
  ) throws(OnboardingError) -> UInt32 {
    let value = digits[(places.lowerBound - 1)...(places.upperBound - 1)]
      .reduce(UInt32(0)) { $0 * 10 + UInt32($1) }
    guard value <= limit else {
      throw .digitsTooLarge(places: places, value: Int(value), limit: Int(limit))
    }
    return value
  }
}

private func padded(_ value: Int, to width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: width - digits.count) + digits
}
