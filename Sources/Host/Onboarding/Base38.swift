/// The text form of a QR code's bytes: three bytes, little-endian, become five characters, the
/// least significant first; at the end two bytes become four, or one becomes two.
package enum Base38 {
  private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-.")

  package static func encode(_ bytes: [UInt8]) -> String {
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var value = group.reversed().reduce(0) { $0 << 8 | Int($1) }
      for _ in 0..<(group.count == 3 ? 5 : group.count * 2) {
        text.append(alphabet[value % 38])
        value /= 38
      }
    }
    return text
  }

  /// - Parameter position: the place of the first character in the text that errors speak of.
  /// - Throws: `foreignCharacter`, `incompleteGroup` or `groupTooLarge`, whichever comes first.
  package static func decode(
    _ text: some StringProtocol, at position: Int = 1
  ) throws(OnboardingError) -> [UInt8] {
    let characters = Array(text)
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: characters.count, by: 5) {
      let group = characters[start..<min(start + 5, characters.count)]
      let value = try value(of: group, at: position + start)
      guard let byteCount = [2: 1, 4: 2, 5: 3][group.count] else {
        throw .incompleteGroup(position: position + start, characterCount: group.count)
      }
      guard value < 1 << (byteCount * 8) else {
        throw .groupTooLarge(position: position + start, text: String(group))
      }
      bytes += (0..<byteCount).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    return bytes
  }

  private static func value(
    of group: ArraySlice<Character>, at position: Int
  ) throws(OnboardingError) -> Int {
    var value = 0
    var weight = 1
    for (index, character) in zip(position..., group) {
      guard let digit = alphabet.firstIndex(of: character) else {
        throw .foreignCharacter(character, position: index)
      }
      value += digit * weight
      weight *= 38
    }
    return value
  }
}
