/// Two modules that break a knot: functions wanted before the instance that has them is there.
///
/// The first offers functions that call through a table, and the second fills the table. The first
/// also holds the memory of the program in between, which others need before it.
struct Trampolines {
  /// Pages of 64 KiB: the program's stack and data. The linker of the program is told the same.
  static let pages = 2

  /// By name, in the order of the table.
  let functions: [(name: String, parameters: [FlatType])]

  var modules: [String] {
    let count = functions.count
    var lines = [
      "(core module $trampolines", "  (memory (export \"memory\") \(Self.pages) \(Self.pages))",
      "  (table (export \"table\") \(count) \(count) funcref)",
    ]
    for (index, function) in functions.enumerated() {
      let type = parameters(function.parameters)
      let operands = function.parameters.indices.map { "(local.get \($0)) " }.joined()
      lines.append(
        "  (func (export \"\(function.name)\")\(type) "
          + "(call_indirect\(type) \(operands)(i32.const \(index))))")
    }
    lines += [")", "(core module $filling"]
    lines += functions.map {
      "  (import \"\" \"\($0.name)\" (func\(parameters($0.parameters))))"
    }
    let numbers = functions.indices.map { " \($0)" }.joined()
    return lines + [
      "  (import \"\" \"table\" (table \(count) \(count) funcref))",
      "  (elem (i32.const 0) func\(numbers))", ")",
      "(core instance $trampoline (instantiate $trampolines))",
      "(alias core export $trampoline \"memory\" (core memory $memory))",
    ]
  }

  /// Fills the table.
  /// - Parameter definitions: what each function is, in the text format.
  func filling(_ definitions: [String]) -> [String] {
    ["(core instance (instantiate $filling (with \"\" (instance"]
      + zip(functions, definitions).map { "  (export \"\($0.name)\" \($1))" }
      + ["  (export \"table\" (table $trampoline \"table\"))", "))))"]
  }

  private func parameters(_ types: [FlatType]) -> String {
    types.isEmpty ? "" : " (param" + types.map { " " + $0.rawValue }.joined() + ")"
  }
}
