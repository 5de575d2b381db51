/// The sections of a module as they are read, each in terms of those before it.
struct WasmSections {
  private(set) var imports: [WasmModule.Import] = []
  private(set) var exports: [WasmModule.Export] = []
  private(set) var memories: [WasmLimits] = []

  private var types: [WasmFunctionType] = []
  private var functions: [WasmFunctionType] = []
  private var tables: [WasmLimits] = []
  private var globals: [WasmItemType] = []
  private var tags: [WasmFunctionType] = []
  private var seen: Set<UInt8> = []

  /// The sections by their numbers. Those of the code, of data and of what is done first are passed
  /// over.
  private enum Section {
    static let custom: UInt8 = 0
    static let types: UInt8 = 1
    static let imports: UInt8 = 2
    static let functions: UInt8 = 3
    static let tables: UInt8 = 4
    static let memories: UInt8 = 5
    static let globals: UInt8 = 6
    static let exports: UInt8 = 7
    static let tags: UInt8 = 13
  }

  /// Reads the next section, which begins at `start`.
  mutating func read(
    _ id: UInt8, _ content: ArraySlice<UInt8>, at start: Int
  ) throws(WasmModuleError) {
    guard id != Section.custom else { return }
    guard id <= Section.tags else { throw .malformed(offset: start, .section) }
    guard seen.insert(id).inserted else { throw .malformed(offset: start, .section) }
    var reader = WasmReader(content)
    switch id {
    case Section.types: for _ in 0..<(try reader.count()) { try readType(&reader) }
    case Section.imports: for _ in 0..<(try reader.count()) { try readImport(&reader) }
    case Section.functions:
      for _ in 0..<(try reader.count()) { functions.append(try functionType(&reader)) }
    case Section.tables: for _ in 0..<(try reader.count()) { tables.append(try table(&reader)) }
    case Section.memories:
      for _ in 0..<(try reader.count()) { memories.append(try limits(&reader)) }
    case Section.globals: for _ in 0..<(try reader.count()) { try readGlobal(&reader) }
    case Section.exports: for _ in 0..<(try reader.count()) { try readExport(&reader) }
    case Section.tags: for _ in 0..<(try reader.count()) { tags.append(try tag(&reader)) }
    default: return
    }
    guard reader.isAtEnd else { throw .malformed(offset: reader.offset, .sectionSize) }
  }

  // MARK: types

  private mutating func readType(_ reader: inout WasmReader) throws(WasmModuleError) {
    let start = reader.offset
    guard try reader.byte() == 0x60 else { throw .malformed(offset: start, .type) }
    let parameters = try values(&reader)
    types.append(WasmFunctionType(parameters, results: try values(&reader)))
  }

  private func values(_ reader: inout WasmReader) throws(WasmModuleError) -> [WasmValueType] {
    var values: [WasmValueType] = []
    for _ in 0..<(try reader.count()) { values.append(try value(&reader)) }
    return values
  }

  private func value(_ reader: inout WasmReader) throws(WasmModuleError) -> WasmValueType {
    let start = reader.offset
    guard let type = WasmValueType(rawValue: try reader.byte()) else {
      throw .malformed(offset: start, .type)
    }
    return type
  }

  private func functionType(
    _ reader: inout WasmReader
  ) throws(WasmModuleError) -> WasmFunctionType {
    try element(of: types, &reader)
  }

  private func element<Element>(
    of list: [Element], _ reader: inout WasmReader
  ) throws(WasmModuleError) -> Element {
    let start = reader.offset
    let index = try reader.number()
    guard index < UInt64(list.count) else { throw .malformed(offset: start, .index) }
    return list[Int(index)]
  }

  private func table(_ reader: inout WasmReader) throws(WasmModuleError) -> WasmLimits {
    _ = try value(&reader)
    return try limits(&reader)
  }

  /// Flags: 1 there is a maximum, 2 shared, 4 with 64-bit addresses.
  private func limits(_ reader: inout WasmReader) throws(WasmModuleError) -> WasmLimits {
    let start = reader.offset
    let flags = try reader.byte()
    guard flags <= 7 else { throw .malformed(offset: start, .limits) }
    let bits = flags & 4 == 0 ? 32 : 64
    let minimum = try reader.number(bits: bits)
    let maximum = flags & 1 == 0 ? nil : try reader.number(bits: bits)
    if let maximum, maximum < minimum { throw .malformed(offset: start, .limits) }
    return WasmLimits(minimum: minimum, maximum: maximum)
  }

  private func tag(_ reader: inout WasmReader) throws(WasmModuleError) -> WasmFunctionType {
    let start = reader.offset
    guard try reader.byte() == 0 else { throw .malformed(offset: start, .kind) }
    return try functionType(&reader)
  }

  private func global(_ reader: inout WasmReader) throws(WasmModuleError) -> WasmItemType {
    let type = try value(&reader)
    let start = reader.offset
    let mutability = try reader.byte()
    guard mutability <= 1 else { throw .malformed(offset: start, .type) }
    return .global(type, isMutable: mutability == 1)
  }

  // MARK: imports, globals and exports

  private mutating func readImport(_ reader: inout WasmReader) throws(WasmModuleError) {
    let module = try reader.name()
    let name = try reader.name()
    let start = reader.offset
    let type: WasmItemType
    switch try reader.byte() {
    case 0:
      let function = try functionType(&reader)
      functions.append(function)
      type = .function(function)
    case 1:
      let limits = try table(&reader)
      tables.append(limits)
      type = .table(limits)
    case 2:
      let limits = try limits(&reader)
      memories.append(limits)
      type = .memory(limits)
    case 3:
      type = try global(&reader)
      globals.append(type)
    case 4:
      let function = try tag(&reader)
      tags.append(function)
      type = .tag(function)
    default: throw .malformed(offset: start, .kind)
    }
    imports.append(WasmModule.Import(module: module, name: name, type: type))
  }

  private mutating func readGlobal(_ reader: inout WasmReader) throws(WasmModuleError) {
    globals.append(try global(&reader))
    try passOverConstant(&reader)
  }

  /// The instructions that give a variable its first value, and the end of them.
  private func passOverConstant(_ reader: inout WasmReader) throws(WasmModuleError) {
    while true {
      let start = reader.offset
      switch try reader.byte() {
      case 0x0B: return
      case 0x23, 0xD2: _ = try reader.number()
      case 0x41, 0x42: while try reader.byte() & 0x80 != 0 {}
      case 0x43: _ = try reader.take(4)
      case 0x44: _ = try reader.take(8)
      case 0xD0: _ = try reader.byte()
      case 0xFD:
        guard try reader.number() == 12 else { throw .malformed(offset: start, .kind) }
        _ = try reader.take(16)
      case 0x6A, 0x6B, 0x6C, 0x7C, 0x7D, 0x7E: break
      default: throw .malformed(offset: start, .kind)
      }
    }
  }

  private mutating func readExport(_ reader: inout WasmReader) throws(WasmModuleError) {
    let name = try reader.name()
    let start = reader.offset
    let type: WasmItemType
    switch try reader.byte() {
    case 0: type = .function(try element(of: functions, &reader))
    case 1: type = .table(try element(of: tables, &reader))
    case 2: type = .memory(try element(of: memories, &reader))
    case 3: type = try element(of: globals, &reader)
    case 4: type = .tag(try element(of: tags, &reader))
    default: throw .malformed(offset: start, .kind)
    }
    exports.append(WasmModule.Export(name: name, type: type))
  }
}
