import CommandLineInterface
import CoreSeam
import HostShell
import OperatingSystem
import PortTrace
import TraceStory
import WebAssemblyCore

/// A fresh instance of a module, given the time once.
final class ModuleLoading {
  private let inspection: ModuleInspection
  private let engine: WasmEngine
  private let runtime: WasmRuntime
  private var emitted: [OutEvent] = []
  private var fuel: UInt64?
  private var loss: CoreLoss?
  private let loop = EventLoop()

  /// The time that the instance gets, in microseconds.
  private static let time: UInt64 = 1_000_000
  /// How long, in microseconds, the instance may take until there is a sign of it.
  private static let patience: UInt64 = 10_000_000

  /// - Throws: before anything runs, when the module is not what the engine can run as a core.
  init(of path: String, under engine: WasmEngine) throws(CommandFailure) {
    self.engine = engine
    inspection = try ModuleInspection(of: path)
    if let problem = Self.problem(inspection, engine) {
      throw CommandFailure("\(printable(path)) is not loaded: \(problem)")
    }
    do throws(CoreStartError) {
      runtime = try WasmRuntime.find(engine, module: path)
    } catch {
      throw CommandFailure("\(error)", exitCode: .coreLost)
    }
  }

  func run(_ console: Console) throws -> ExitCode {
    let core: CoreProcess
    do throws(CoreStartError) {
      core = try CoreProcess(runtime, loop: loop)
    } catch {
      throw CommandFailure("\(error)", exitCode: .coreLost)
    }
    core.client = self
    core.give(.clock(Self.time))
    core.flush()
    loop.schedule(after: Self.patience) { [loop] in loop.stop() }
    loop.run()
    let isComplete = core.shutDown()
    if let loss { throw CommandFailure("the core process \(loss)", exitCode: .coreLost) }
    guard isComplete else {
      throw CommandFailure("the core did not take the time and end", exitCode: .coreLost)
    }
    try report(to: console)
    return .done
  }

  private func report(to console: Console) throws(OutputError) {
    let pages = memory?.minimum ?? 0
    let events = emitted.map { EventWords.of(.output($0)) }
    var lines = [
      "engine   " + WasmRuntime.version(of: engine),
      "sha256   " + hexadecimal(inspection.file.hash),
      "memory   \(pages) pages, \(pages * WasmLimits.pageSize) bytes; a growth is refused",
    ]
    if let fuel { lines.append("fuel     \(fuel) of \(runtime.fuelPerStep ?? 0)") }
    lines += events.map { "emitted  " + $0 }
    try console.report(
      text: lines.joined(separator: "\n"),
      json: .event(
        "loaded",
        [
          "file": .string(inspection.file.path),
          "engine": .string(WasmRuntime.version(of: engine)),
          "sha256": .string(hexadecimal(inspection.file.hash)),
          "memory_bytes": .integer(Int(clamping: pages * WasmLimits.pageSize)),
          "fuel": fuel.map { .integer(Int(clamping: $0)) } ?? nil,
          "emitted": .array(events.map { .string($0) }),
        ]))
  }

  private var memory: WasmLimits? {
    guard case .module(let module) = inspection.content else { return nil }
    return module.memories.first
  }

  /// Why the engine cannot run the file as a core; nil when it can.
  private static func problem(_ inspection: ModuleInspection, _ engine: WasmEngine) -> String? {
    guard case .module(let module) = inspection.content else {
      return "it is a component, and only core modules are run here"
    }
    switch (CoreInterface.Form(of: module), engine) {
    case (.core, .wasmtime), (.command, .wasmkit): return nil
    case (.core, .wasmkit): return "WasmKit runs the command module, matter-core-command.wasm"
    case (.command, .wasmtime): return "as a command it is run by --engine wasmkit"
    case (.other(let mismatches), _):
      return printable(mismatches.map(\.description).joined(separator: "; "))
    }
  }
}

extension ModuleLoading: CoreEngineClient {
  func coreEmitted(_ event: OutEvent) {
    emitted.append(event)
    // Where fuel is counted, its count comes last; elsewhere the end of the process brings the rest.
    if runtime.fuelPerStep == nil { loop.stop() }
  }

  func coreUsed(fuel: UInt64) {
    self.fuel = fuel
    loop.stop()
  }

  func coreLost(_ loss: CoreLoss) {
    self.loss = loss
    loop.stop()
  }
}
