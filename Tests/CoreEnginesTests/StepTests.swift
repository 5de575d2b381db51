import CoreEngines
import CoreSeam
import Glibc
import HostShell
import Testing

/// One instance under wasmtime, step by step.
struct StepTests {
  private static let clock: [UInt8] = [2, 0x40, 0x42, 0x0F, 0, 0, 0, 0, 0]

  private func instance(
    _ module: [UInt8], fuelPerStep: UInt64 = CoreInterface.fuelPerStep
  ) throws -> WasmtimeCore {
    try WasmtimeCore(module, engine: Wasmtime.engine(), fuelPerStep: fuelPerStep)
  }

  private func step(_ module: ModuleBuilder) throws -> WasmtimeCore {
    let core = try instance(module.bytes)
    _ = try core.step(Self.clock.span)
    return core
  }

  /// What wasmtime says of the trap; empty when the step goes well.
  private func trapOnClock(_ core: WasmtimeCore) -> String {
    do throws(WasmtimeError) {
      _ = try core.step(Self.clock.span)
    } catch {
      if case .trapped(let reason) = error { return reason }
    }
    return ""
  }

  @Test func anEndlessLoopIsEndedWhenItsFuelIsUsedUp() throws {
    let core = try instance(ModuleBuilder.core(onClock: [0x03, 0x40, 0x0C, 0, 0x0B]).bytes)
    #expect(throws: WasmtimeError.outOfFuel(budget: CoreInterface.fuelPerStep)) {
      try core.step(Self.clock.span)
    }
  }

  @Test func aTrapIsNoEndOfTheHost() throws {
    let core = try instance(ModuleBuilder.core(onClock: [0]).bytes)
    #expect(trapOnClock(core).contains("unreachable"))
  }

  /// A memory that may grow by its own limits, and a step that traps unless growing is refused.
  @Test func aMemoryThatMayGrowDoesNot() throws {
    let growOrTrap: [UInt8] = [
      0x41, 1, 0x40, 0, 0x41, 0x7F, 0x47, 0x04, 0x40, 0, 0x0B,
    ]
    for limits: [UInt8] in [[0, 1], [1, 1, 8]] {
      var module = ModuleBuilder.core(onClock: growOrTrap)
      module.memory = limits
      let core = try step(module)
      #expect(core.memorySize == 65_536)
    }
  }

  @Test func theFuelOfAStepIsTheSameInEveryInstance() throws {
    let module = try CoreFile(path: Wasmtime.module()).bytes
    let used = try (0..<3).map { _ in
      let core = try instance(module)
      _ = try core.step(Self.clock.span)
      return core.fuelUsed
    }
    #expect(used[0] > 0)
    #expect(Set(used).count == 1)
    // What is left is looked at where a function or a turn of a loop begins.
    let poorer = try instance(module, fuelPerStep: used[0] / 2)
    #expect(throws: WasmtimeError.outOfFuel(budget: used[0] / 2)) {
      try poorer.step(Self.clock.span)
    }
  }

  /// An out-port that is given bytes beyond the memory's end.
  @Test func whatIsNotInTheMemoryIsNotEmitted() throws {
    let core = try instance(
      ModuleBuilder.core(onClock: [0x41, 0x7F, 0x41, 4, 0x10, 0]).bytes)
    #expect(trapOnClock(core).contains("not in the memory"))
  }

  @Test func framesOfNoPortAreRefused() throws {
    let core = try instance(ModuleBuilder.core.bytes)
    for body: [UInt8] in [[], [4], [2, 1, 2, 3], [3], [3, 2, 0, 1], [0x81, 0]] {
      #expect(throws: WasmtimeError.noFrame) { try core.step(body.span) }
    }
  }

  /// wasmtime itself never sees such a module.
  @Test func aModuleWithAnotherImportIsNotInstantiated() throws {
    var module = ModuleBuilder.core
    module.imports.append(("wasi_snapshot_preview1", "clock", ModuleBuilder.entropyWanted))
    #expect(
      throws: WasmtimeError.invalidModule(
        "it imports wasi_snapshot_preview1 clock, which is no out-port")
    ) { try instance(module.bytes) }
  }

  @Test func aLibraryThatIsNoneIsRefused() throws {
    #expect(throws: WasmtimeError.self) { try WasmtimeEngine(libraryAt: "/nowhere/libwasmtime.so") }
    #expect(throws: WasmtimeError.missingFunction("wasm_config_new")) {
      try WasmtimeEngine(libraryAt: "libc.so.6")
    }
  }
}
