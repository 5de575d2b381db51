/// Builds small WebAssembly modules byte by byte.
struct ModuleBuilder {
  var imports: [(module: String, name: String, type: [UInt8])] = []
  /// Whether it exports what a core does.
  var exportsPorts = true
  var memory: [UInt8] = [1, 1, 1]
  /// What the function `clock-in` does.
  var clockIn: [UInt8] = []

  /// Function types as they are encoded: `message-out`, `deadline-out` and `entropy-wanted`.
  static let messageOut: [UInt8] = [0x60, 2, 0x7F, 0x7F, 0]
  static let deadlineOut: [UInt8] = [0x60, 2, 0x7F, 0x7E, 0]
  static let entropyWanted: [UInt8] = [0x60, 1, 0x7F, 0]

  /// A module whose ports are those of a core, and which does nothing.
  static var core: ModuleBuilder {
    var module = ModuleBuilder()
    module.imports = [
      ("matter-core", "message-out", messageOut), ("matter-core", "deadline-out", deadlineOut),
      ("matter-core", "entropy-wanted", entropyWanted),
    ]
    return module
  }

  /// A core that does this when it is given the time.
  static func core(onClock instructions: [UInt8]) -> ModuleBuilder {
    var module = core
    module.clockIn = instructions
    return module
  }

  var bytes: [UInt8] {
    // The functions of a core: input, message-in, clock-in, entropy-in.
    let own: [[UInt8]] = [
      [0x60, 0, 1, 0x7F], [0x60, 1, 0x7F, 0], [0x60, 1, 0x7E, 0], [0x60, 1, 0x7F, 0],
    ]
    let types = imports.map(\.type) + own
    let first = UInt8(imports.count)
    let bodies: [[UInt8]] = [[0x41, 0], [], clockIn, []]
    let names = ["input", "message-in", "clock-in", "entropy-in"]
    var exports: [[UInt8]] = [Self.name("memory") + [2, 0]]
    for (index, name) in names.enumerated() {
      exports.append(Self.name(name) + [0, first + UInt8(index)])
    }
    let imported = imports.enumerated().map { index, item in
      Self.name(item.module) + Self.name(item.name) + [0, UInt8(index)]
    }
    return [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0]
      + Self.section(1, types)
      + Self.section(2, imported)
      + Self.section(3, own.indices.map { [first + UInt8($0)] })
      + Self.section(5, [memory])
      + Self.section(7, exportsPorts ? exports : [])
      + Self.section(10, bodies.map { Self.counted([0] + $0 + [0x0B]) })
  }

  private static func section(_ id: UInt8, _ elements: [[UInt8]]) -> [UInt8] {
    [id] + counted(number(elements.count) + elements.flatMap { $0 })
  }

  private static func name(_ text: String) -> [UInt8] { counted(Array(text.utf8)) }

  private static func counted(_ bytes: [UInt8]) -> [UInt8] { number(bytes.count) + bytes }

  private static func number(_ value: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = value
    repeat {
      bytes.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
      rest >>= 7
    } while rest > 0
    return bytes
  }
}
