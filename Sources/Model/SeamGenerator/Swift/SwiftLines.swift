/// Lines of Swift, no longer than the package's style allows.
enum SwiftLines {
  static let width = 100

  /// Doc comments, one line each.
  static func documentation(_ lines: [String], indent: String = "") -> [String] {
    lines.map { indent + ($0.isEmpty ? "///" : "/// " + $0) }
  }

  /// `head`, the arguments in parentheses, and `end`: in one line if they fit, else filled line by
  /// line.
  static func call(
    _ head: String, _ arguments: [String], indent: String, end: String = ""
  ) -> [String] {
    let line = indent + head + "(" + arguments.joined(separator: ", ") + ")" + end
    if line.count <= width { return [line] }
    var lines = [indent + head + "("]
    var current = ""
    for (index, argument) in arguments.enumerated() {
      let piece = argument + (index == arguments.count - 1 ? ")" + end : ",")
      if current.isEmpty {
        current = indent + "  " + piece
      } else if current.count + 1 + piece.count <= width {
        current += " " + piece
      } else {
        lines.append(current)
        current = indent + "  " + piece
      }
    }
    return lines + [current]
  }

  /// A number with its digits in groups of three.
  static func grouped(_ number: UInt64) -> String {
    let digits = Array("\(number)")
    let groups = stride(from: digits.count, to: 0, by: -3).map { end in
      String(digits[max(0, end - 3)..<end])
    }
    return groups.reversed().joined(separator: "_")
  }

  /// The head of a function with its opening brace: in one line if it fits, else the parameters are
  /// filled line by line.
  static func head(_ name: String, _ parameters: [String]) -> [String] {
    var lines = call(name, parameters, indent: "")
    let last = lines.removeLast()
    if lines.isEmpty, last.count + 2 <= width { return [last + " {"] }
    return lines + [String(last.dropLast()), ") {"]
  }

  static func text(_ lines: [String]) -> String {
    lines.joined(separator: "\n") + "\n"
  }
}
