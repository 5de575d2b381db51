import Onboarding

/// Reads a QR symbol of version 2 and level M back, as a camera would do after it has found the
/// corners (ISO/IEC 18004). It trusts the picture: no error correction.
struct QRSymbolReader {
  struct Unreadable: Error {}

  private let matrix: QRMatrix

  init(_ matrix: QRMatrix) {
    self.matrix = matrix
  }

  /// Alphanumeric segments and byte segments, joined.
  func text() throws -> String {
    guard matrix.width == 25 else { throw Unreadable() }
    let mask = try mask()
    var bits = dataBits(mask: mask)
    var text = ""
    while true {
      switch Self.take(4, from: &bits) {
      case 0b0010: text += try Self.alphanumeric(&bits)
      case 0b0100:
        let count = Self.take(8, from: &bits)
        text += String(
          decoding: (0..<count).map { _ in UInt8(Self.take(8, from: &bits)) }, as: UTF8.self)
      case 0: return text
      default: throw Unreadable()
      }
    }
  }

  /// The mask's number, out of the format information beside the top left finder pattern.
  private func mask() throws -> Int {
    let places = [0, 1, 2, 3, 4].map { (row: 8, column: $0) }
    let format = places.reduce(0) {
      $0 << 1 | (matrix.isDark(row: $1.row, column: $1.column) ? 1 : 0)
    }
    let unmasked = format ^ 0b10101
    // Level M is 00.
    guard unmasked >> 3 == 0 else { throw Unreadable() }
    return unmasked & 7
  }

  private static func inverts(mask: Int, row: Int, column: Int) -> Bool {
    let product = row * column
    return switch mask {
    case 0: (row + column) % 2 == 0
    case 1: row % 2 == 0
    case 2: column % 3 == 0
    case 3: (row + column) % 3 == 0
    case 4: (row / 2 + column / 3) % 2 == 0
    case 5: product % 2 + product % 3 == 0
    case 6: (product % 2 + product % 3) % 2 == 0
    default: ((row + column) % 2 + product % 3) % 2 == 0
    }
  }

  /// Up and down in columns of two, from the right; the 28 data codewords come first.
  private func dataBits(mask: Int) -> ArraySlice<Bool> {
    var bits: [Bool] = []
    var upwards = true
    for right in [24, 22, 20, 18, 16, 14, 12, 10, 8, 5, 3, 1] {
      for step in 0..<25 {
        let row = upwards ? 24 - step : step
        for column in [right, right - 1] where !isFunction(row: row, column: column) {
          let inverted = Self.inverts(mask: mask, row: row, column: column)
          bits.append(matrix.isDark(row: row, column: column) != inverted)
        }
      }
      upwards.toggle()
    }
    return bits.prefix(28 * 8)
  }

  /// Finder patterns with their formats and separators, timing, and the alignment pattern.
  private func isFunction(row: Int, column: Int) -> Bool {
    let isFinder = row < 9 && column < 9 || row < 9 && column >= 17 || row >= 17 && column < 9
    let isAlignment = (16...20).contains(row) && (16...20).contains(column)
    return isFinder || isAlignment || row == 6 || column == 6
  }

  private static func alphanumeric(_ bits: inout ArraySlice<Bool>) throws -> String {
    let characters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    var text = ""
    var left = take(9, from: &bits)
    while left > 0 {
      let value = take(left == 1 ? 6 : 11, from: &bits)
      guard value < (left == 1 ? 45 : 45 * 45) else { throw Unreadable() }
      if left > 1 { text.append(characters[value / 45]) }
      text.append(characters[value % 45])
      left -= min(left, 2)
    }
    return text
  }

  private static func take(_ count: Int, from bits: inout ArraySlice<Bool>) -> Int {
    defer { bits = bits.dropFirst(count) }
    return bits.prefix(count).reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
  }
}
