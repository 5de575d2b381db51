/// What a module imports and exports, a line each, as files named `.interface` have it: such as
/// `import function matter-core clock-in (i64) -> ()` and `export memory memory`.
package struct ModuleInterface: Equatable, Sendable {
  /// In the order of the module, or of the file.
  package let lines: [String]

  package init(of module: WasmModule) {
    lines =
      module.imports.map { "import " + Self.line($0.type, "\($0.module) \($0.name)") }
      + module.exports.map { "export " + Self.line($0.type, $0.name) }
  }

  /// - Parameter text: what a file holds.
  package init(text: String) {
    lines = text.split(whereSeparator: \.isNewline).map(String.init)
  }

  /// What this has, and what it lacks, as half lines to stand after the module's name; none when it
  /// is the same but for the order.
  package func differences(from wanted: ModuleInterface) -> [String] {
    Self.surplus(of: lines, over: wanted.lines).map { "has " + $0 }
      + Self.surplus(of: wanted.lines, over: lines).map { "lacks " + $0 }
  }

  private static func line(_ type: WasmItemType, _ name: String) -> String {
    switch type {
    case .function(let function): "function \(name) \(function)"
    case .table: "table \(name)"
    case .memory: "memory \(name)"
    case .global: "global \(name)"
    case .tag: "tag \(name)"
    }
  }

  /// The lines that stand in `lines` more often than in `others`.
  private static func surplus(of lines: [String], over others: [String]) -> [String] {
    var rest = others
    return lines.filter { line in
      guard let place = rest.firstIndex(of: line) else { return true }
      rest.remove(at: place)
      return false
    }
  }
}
