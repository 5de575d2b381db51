/// The dark and light modules of a QR symbol, without its quiet zone.
package struct QRMatrix: Equatable, Sendable {
  /// How many modules a side has: 21 for version 1, and 4 more for each version after it.
  package let width: Int
  private let darkModules: [Bool]

  /// - Parameter darkModules: row by row; as many as a square of `width` has.
  package init?(width: Int, darkModules: [Bool]) {
    guard width > 0, darkModules.count == width * width else { return nil }
    self.width = width
    self.darkModules = darkModules
  }

  /// Whether a module is dark. All around the symbol is light.
  package func isDark(row: Int, column: Int) -> Bool {
    guard (0..<width).contains(row), (0..<width).contains(column) else { return false }
    return darkModules[row * width + column]
  }

  /// The symbol for a terminal, with the quiet zone of four modules that the standard asks for
  /// (ISO/IEC 18004). A character is one module wide and two high; what is light is drawn and
  /// what is dark is left, as terminals are mostly dark.
  /// - Parameter usesColour: sets both colours, so that a light terminal shows it right too.
  package func halfBlocks(usesColour: Bool) -> String {
    let quiet = 4
    return stride(from: -quiet, to: width + quiet, by: 2).map { row in
      let line = (-quiet..<(width + quiet)).map { column in
        switch (isDark(row: row, column: column), isDark(row: row + 1, column: column)) {
        case (false, false): "█"
        case (false, true): "▀"
        case (true, false): "▄"
        case (true, true): " "
        }
      }.joined()
      return usesColour ? "\u{1B}[97;40m\(line)\u{1B}[0m" : line
    }.joined(separator: "\n")
  }
}
