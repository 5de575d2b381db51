import CommandLineInterface
import CoreEngines
import Words

/// `matter-sim core`: which cores there are, and what a module is.
enum CoreCommand {
  static let command = Command(
    name: "core",
    summary: "list the builds of the core, and look at WebAssembly modules",
    example: "matter-sim core list",
    commands: [list, inspect, load])

  private static let list = Command(
    name: "list",
    summary: "list the builds of the core that can be run here, with their hashes",
    example: "matter-sim core list"
  ) { arguments, console in
    for entry in CoreBuilds.all(CoreChoice.named) {
      try console.report(text: entry.words, json: .event("core", entry.json))
    }
    return .done
  }

  private static let inspect = Command(
    name: "inspect",
    summary: "show what a module imports and exports, and whether it is a core",
    options: [expected],
    operand: file,
    example: "matter-sim core inspect .build/wasm/matter-core.wasm"
  ) { arguments, console in
    let inspection = try ModuleInspection(of: arguments[file])
    guard let expected = arguments[expected] else { return try inspection.report(to: console) }
    return try InterfaceComparison(of: inspection, with: expected).report(to: console)
  }

  private static let load = Command(
    name: "load",
    summary: "make a fresh instance of a module, and give it the time once",
    options: [engine],
    operand: file,
    example: "matter-sim core load .build/wasm/matter-core.wasm --engine wasmtime"
  ) { arguments, console in
    try ModuleLoading(of: arguments[file], under: arguments[engine]).run(console)
  }

  private static let file = Operand(
    "FILE", summary: "a WebAssembly file", parser: .text("a file"))

  private static let expected = Option(
    "expect", value: "FILE",
    summary: "only tell what differs from the imports and exports that this file lists",
    parser: .text("a file"))

  private static let engine = Option(
    "engine", value: "wasmtime|wasmkit", summary: "what is to run the module",
    parser: .choice(of: WasmEngine.self)
  ).defaulting(to: .wasmtime, shownAs: "wasmtime")
}
