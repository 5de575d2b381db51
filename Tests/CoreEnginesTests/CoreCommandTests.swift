import CoreEngines
import Foundation
import Testing
import TraceFormat

/// `matter-sim core`, `--version`, and what cores that are none do to a run.
@Suite(.timeLimit(.minutes(3)))
struct CoreCommandTests {
  private func hash(_ name: String) throws -> String {
    let file = try CoreFile(path: WasmFolder.aboveThisProgram().module(name))
    return file.hash.map { (($0 < 16 ? "0" : "") + String($0, radix: 16)) }.joined()
  }

  private func module(_ name: String) throws -> String {
    try WasmFolder.aboveThisProgram().module(name)
  }

  @Test func theVersionNamesEveryCoreByItsHash() throws {
    let outcome = try Programs.matterSim("--version")
    #expect(outcome.lines[0] == "matter-sim 0.1.0")
    #expect(outcome.lines[1].hasPrefix("core native"))
    #expect(outcome.lines[2].hasPrefix("core wasm:wasmtime"))
    #expect(outcome.lines[2].contains(try hash("matter-core-wide.wasm")))
    #expect(outcome.lines[2].hasSuffix("wasmtime 50.0.1"))
    #expect(outcome.lines[3].contains(try hash("matter-core-command.wasm")))
    let list = try Programs.matterSim("core list --format json")
    #expect(list.exitStatus == 0)
    #expect(list.lines.count == 4)
    #expect(list.lines[2].contains(try hash("matter-core-wide.wasm")))
  }

  @Test(arguments: ["wasm:wasmtime", "wasm:wasmkit"])
  func aSessionLogBeginsWithTheCore(core: String) throws {
    let name = core == "wasm:wasmkit" ? "matter-core-command.wasm" : "matter-core-wide.wasm"
    let text = try Programs.matterSim("pase --core \(core)")
    #expect(text.exitStatus == 0, "\(text.output) \(text.errors)")
    #expect(text.lines[0].hasPrefix("core \(core): "))
    #expect(text.lines[0].hasSuffix(try hash(name)))
    let json = try Programs.matterSim("pase --core \(core) --format json")
    #expect(json.lines[0].hasPrefix("{\"event\":\"core\",\"core\":\"\(core)\",\"engine\":"))
    #expect(json.lines[0].contains(try hash(name)))
  }

  @Test func theShortNameIsThatOfWasmtime() throws {
    let outcome = try Programs.matterSim("pase --core wasm")
    #expect(outcome.exitStatus == 0, "\(outcome.output) \(outcome.errors)")
    #expect(outcome.lines[0].hasPrefix("core wasm:wasmtime: wasmtime 50.0.1, sha256 "))
  }

  @Test(arguments: ["wasm:", "wasm:v8", "wasmkit", "WASM"])
  func aCoreThatIsNotKnownIsAnErrorOfTheCommandLine(name: String) throws {
    let outcome = try Programs.matterSim("pase --core \(name)")
    #expect(outcome.exitStatus == 2)
    #expect(
      outcome.errors.contains(
        "--core \(name): this is native, inprocess, wasm, wasm:wasmtime, wasm:wasmkit, or the path")
    )
    #expect(outcome.output.isEmpty)
  }

  @Test func aCoreThatIsNotBuiltSaysWhatToDo() throws {
    try CoreFolder.with { folder in
      try folder.remove("wasm/matter-core-wide.wasm")
      let missing = try folder.run("pase --core wasm")
      #expect(missing.exitStatus == 3)
      #expect(missing.errors.contains("run tools/wasm"))
      #expect(missing.errors.split(separator: "\n").count == 1)
      try folder.remove("wasm/matter-core.wasm")
      #expect(try folder.run("pase --core wasm:wasmkit").errors.contains("run tools/wasm"))
      let list = try folder.run("core list")
      #expect(list.exitStatus == 0)
      #expect(list.output.contains("not here: wasm/matter-core.wasm is not there"))
    }
  }

  @Test func inspectionTellsACoreFromWhatIsNone() throws {
    let core = try Programs.matterSim("core inspect " + module("matter-core.wasm"))
    #expect(core.exitStatus == 0)
    #expect(core.output.contains(try hash("matter-core.wasm")))
    #expect(core.output.contains("its imports are exactly the out-ports"))
    try CoreFolder.with { folder in
      var other = ModuleBuilder.core
      other.imports.append(("env", "open", ModuleBuilder.entropyWanted))
      let file = folder.url.appending(path: "other.wasm")
      try Data(other.bytes).write(to: file)
      let inspected = try folder.run("core inspect \(file.path)")
      #expect(inspected.exitStatus == 1)
      #expect(inspected.output.contains("no core: it imports env open, which is no out-port"))
      let loaded = try folder.run("core load \(file.path)")
      #expect(loaded.exitStatus == 1)
      #expect(loaded.errors.contains("is not loaded: it imports env open"))
      try Data([0, 1, 2]).write(to: file)
      let rubbish = try folder.run("core inspect \(file.path)")
      #expect(rubbish.exitStatus == 1)
      #expect(rubbish.errors.contains("it is no WebAssembly"))
    }
  }

  @Test func anInterfaceThatIsExpectedIsTheModulesOwnOrEachDifferenceIsALine() throws {
    let wide = try module("matter-core-wide.wasm")
    let interface = try ModuleInterface(of: WasmModule(CoreFile(path: wide).bytes)).lines
    try CoreFolder.with { folder in
      let file = folder.url.appending(path: "expected.interface")
      try Data(interface.reversed().joined(separator: "\n").utf8).write(to: file)
      let same = try folder.run("core inspect --expect \(file.path) \(wide)")
      #expect(same.exitStatus == 0, "\(same.errors)")
      let changed = interface.dropLast() + ["export function more () -> ()"]
      try Data(changed.joined(separator: "\n").utf8).write(to: file)
      let other = try folder.run("core inspect --expect \(file.path) \(wide)")
      #expect(other.exitStatus == 1)
      #expect(
        other.lines.map(String.init) == [
          "\(wide): has \(interface[interface.count - 1])",
          "\(wide): lacks export function more () -> ()",
        ])
      let absent = try folder.run("core inspect --expect /no/such.interface \(wide)")
      #expect(absent.exitStatus == 2)
      #expect(absent.errors.contains("--expect /no/such.interface: No such file"))
    }
  }

  @Test func loadingTellsWhatAFreshInstanceEmits() throws {
    for (name, engine) in [
      ("matter-core.wasm", "wasmtime"), ("matter-core-wide.wasm", "wasmtime"),
      ("matter-core-command.wasm", "wasmkit"),
    ] {
      let outcome = try Programs.matterSim("core load \(module(name)) --engine \(engine)")
      #expect(outcome.exitStatus == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("emitted  entropy_wanted: 256 bytes"), "\(outcome.output)")
      #expect(outcome.output.contains("pages, "))
      #expect(outcome.output.contains("fuel ") == (engine == "wasmtime"))
    }
  }

  @Test func aCoreWithoutFuelIsLostAndTheHostLives() throws {
    let endless = ModuleBuilder.core(onClock: [0x03, 0x40, 0x0C, 0, 0x0B]).bytes
    try CoreFolder.with(wide: endless) { folder in
      let outcome = try folder.run("pase --core wasm")
      #expect(outcome.exitStatus == 3)
      let reason = "a step used up its \(CoreInterface.fuelPerStep) units of fuel and was ended"
      #expect(outcome.errors.contains(reason), "\(outcome.errors)")
      #expect(outcome.lines.last?.contains("PASE FAILED: the core process of the ") == true)
      let json = try folder.run("pase --core wasm --format json")
      #expect(json.exitStatus == 3)
      #expect(json.lines.last?.contains(reason) == true)
    }
  }

  /// The last sections, a half, and a byte of each seventh of the module.
  @Test func aDamagedModuleIsAClearErrorAndTheHostLives() throws {
    let whole = try CoreFile(path: module("matter-core-wide.wasm")).bytes
    var damaged = [Array(whole.dropLast()), Array(whole.prefix(whole.count / 2))]
    for part in 1..<7 {
      var flipped = whole
      flipped[whole.count * part / 7] ^= 0x10
      damaged.append(flipped)
    }
    for module in damaged {
      try CoreFolder.with(wide: module) { folder in
        let outcome = try folder.run("pase --core wasm --seed 1")
        // A flipped byte of a constant is no damage that a machine can see.
        let isKnown = [0, 1, 3].contains(outcome.exitStatus)
        #expect(isKnown, "\(outcome.output) \(outcome.errors)")
        if outcome.exitStatus == 3 {
          let complaints = outcome.errors.split(separator: "\n").filter {
            !$0.contains("INSECURE")
          }
          #expect(complaints.count == 1, "\(complaints)")
          // Either its interface is none of a core, or wasmtime says what is wrong with the rest.
          let isNamed = ["matter-core-wasmtime: ", "is not loaded: "].contains {
            outcome.errors.contains($0)
          }
          #expect(isNamed, "\(complaints)")
        }
      }
    }
  }
}
