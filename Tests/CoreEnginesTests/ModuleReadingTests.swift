import CoreDriver
import CoreEngines
import HostShell
import Testing

/// The reader of modules against what it should find, and against everything else.
struct ModuleReadingTests {
  private static let realModules = [
    "matter-core.wasm", "matter-core-wide.wasm", "matter-core-command.wasm",
  ]

  private static func real(_ name: String) throws -> [UInt8] {
    let folder = try WasmFolder.aboveThisProgram()
    return try CoreFile(path: folder.module(name)).bytes
  }

  @Test func aModuleTellsItsImportsExportsAndMemory() throws {
    let module = try WasmModule(ModuleBuilder.core.bytes)
    #expect(module.imports.map(\.name) == ["message-out", "deadline-out", "entropy-wanted"])
    #expect(module.imports.allSatisfy { $0.module == "matter-core" })
    #expect(module.imports[1].type == .function(WasmFunctionType([.i32, .i64])))
    #expect(
      module.exports.map(\.name) == [
        "memory", "input", "message-in", "clock-in", "entropy-in",
      ])
    #expect(module.exports[1].type == .function(WasmFunctionType([], results: [.i32])))
    #expect(module.exports[3].type == .function(WasmFunctionType([.i64])))
    #expect(module.memories == [WasmLimits(minimum: 1, maximum: 1)])
  }

  @Test func theBuiltCoresHaveExactlyThePortsOfTheModel() throws {
    for name in ["matter-core.wasm", "matter-core-wide.wasm"] {
      let module = try WasmModule(Self.real(name))
      #expect(CoreInterface.mismatches(of: module).isEmpty)
      #expect(
        Set(module.imports.map { "\($0.module) \($0.name) \($0.type)" }) == [
          "matter-core message-out function (i32, i32) -> ()",
          "matter-core deadline-out function (i32, i64) -> ()",
          "matter-core entropy-wanted function (i32) -> ()",
        ])
    }
    let command = try WasmModule(Self.real("matter-core-command.wasm"))
    #expect(CoreInterface.Form(of: command) == .command)
  }

  @Test func anImportMoreLessOrOtherIsFound() throws {
    var more = ModuleBuilder.core
    more.imports.append(("matter-core", "clock", ModuleBuilder.entropyWanted))
    #expect(
      try CoreInterface.mismatchedImports(of: WasmModule(more.bytes)) == [
        .foreignImport(module: "matter-core", name: "clock")
      ])
    var less = ModuleBuilder.core
    less.imports.removeLast()
    #expect(
      try CoreInterface.mismatchedImports(of: WasmModule(less.bytes)) == [
        .missingImport(name: "entropy-wanted")
      ])
    var other = ModuleBuilder.core
    other.imports[2].type = ModuleBuilder.messageOut
    #expect(
      try CoreInterface.mismatchedImports(of: WasmModule(other.bytes)) == [
        .otherType(
          name: "entropy-wanted", is: .function(WasmFunctionType([.i32, .i32])),
          wanted: .function(WasmFunctionType([.i32])))
      ])
    var twice = ModuleBuilder.core
    twice.imports.append(twice.imports[0])
    #expect(
      try CoreInterface.mismatchedImports(of: WasmModule(twice.bytes)) == [
        .repeatedImport(name: "message-out")
      ])
    var elsewhere = ModuleBuilder.core
    elsewhere.imports[0].module = "wasi_snapshot_preview1"
    let found = try CoreInterface.mismatchedImports(of: WasmModule(elsewhere.bytes))
    #expect(
      found == [
        .foreignImport(module: "wasi_snapshot_preview1", name: "message-out"),
        .missingImport(name: "message-out"),
      ])
  }

  @Test func aModuleWithoutThePortsIsNoCore() throws {
    var module = ModuleBuilder.core
    module.exportsPorts = false
    let found = try CoreInterface.mismatches(of: WasmModule(module.bytes))
    #expect(found.contains(.missingExport(name: "clock-in")))
    #expect(found.contains(.missingExport(name: "memory")))
    var large = ModuleBuilder.core
    large.memory = [0, 0x80, 0x08]
    #expect(
      try CoreInterface.mismatches(of: WasmModule(large.bytes)) == [.largeMemory(pages: 1024)])
  }

  @Test func everyCutOfAModuleIsAnError() {
    let whole = ModuleBuilder.core.bytes
    // A cut between two sections leaves a module, which is then no core.
    for length in 0..<whole.count {
      guard let module = try? WasmModule(Array(whole[..<length])) else { continue }
      #expect(!CoreInterface.mismatches(of: module).isEmpty || length > whole.count - 20)
    }
  }

  @Test func noChangedByteMakesTheReaderFail() {
    let whole = ModuleBuilder.core.bytes
    for place in whole.indices {
      for bit in 0..<8 {
        var changed = whole
        changed[place] ^= 1 << UInt8(bit)
        if let module = try? WasmModule(changed) { _ = CoreInterface.Form(of: module) }
      }
    }
  }

  @Test func noRubbishMakesTheReaderFail() throws {
    let seed: UInt64 = 11
    var generator = SplitMix64(seed: seed)
    let modules = try Self.realModules.map { try Self.real($0) } + [ModuleBuilder.core.bytes]
    for round in 0..<20_000 {
      var bytes = modules[round % modules.count]
      bytes = Array(bytes.prefix(Int(generator.next() % 400)))
      for _ in 0..<(generator.next() % 8) where !bytes.isEmpty {
        bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(
          truncatingIfNeeded: generator.next())
      }
      if let module = try? WasmModule(bytes) { _ = CoreInterface.Form(of: module) }
      _ = try? WasmComponent(bytes)
    }
  }

  @Test func aCountThatTheFileCannotHoldIsRefusedAtOnce() {
    // A type section that claims 2^32 - 1 types.
    let bytes: [UInt8] = [
      0, 0x61, 0x73, 0x6D, 1, 0, 0, 0, 1, 5, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F,
    ]
    #expect(throws: WasmModuleError.truncated(offset: 10)) { try WasmModule(bytes) }
  }

  @Test func otherFilesAreCalledWhatTheyAre() {
    #expect(throws: WasmModuleError.notWebAssembly) { try WasmModule([]) }
    #expect(throws: WasmModuleError.notWebAssembly) { try WasmModule(Array("#!/bin/sh".utf8)) }
    let magic: [UInt8] = [0, 0x61, 0x73, 0x6D]
    #expect(throws: WasmModuleError.component) { try WasmModule(magic + [0x0D, 0, 1, 0]) }
    #expect(throws: WasmModuleError.unknownVersion) { try WasmModule(magic + [2, 0, 0, 0]) }
    #expect(throws: WasmModuleError.truncated(offset: 4)) { try WasmModule(magic + [1]) }
  }

  @Test func aComponentTellsItsModulesAlsoThoseWithinOthers() throws {
    let module = ModuleBuilder.core.bytes
    let header: [UInt8] = [0, 0x61, 0x73, 0x6D, 0x0D, 0, 1, 0]
    func section(_ id: UInt8, _ content: [UInt8]) -> [UInt8] {
      [id, UInt8(content.count & 0x7F) | 0x80, UInt8(content.count >> 7)] + content
    }
    let inner = header + section(1, module)
    let outer = try WasmComponent(header + section(4, inner) + section(1, module))
    #expect(outer.modules.map(Array.init) == [module, module])
    var deep = inner
    for _ in 0..<10 { deep = header + section(4, deep) }
    #expect(throws: WasmModuleError.self) { try WasmComponent(deep) }
  }
}
