import CommandLineInterface
import CoreEngines
import CoreSeam
import HostShell
import OperatingSystem
import TraceFormat
import TraceStory
import Words

/// A fresh instance of a module, given the time once.
final class ModuleLoading {
  private let core: OpenedCore
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
    do throws(CoreStartError) {
      core = try CoreCatalogue.open(module: path, under: engine)
    } catch {
      guard case .notACore = error else { throw CommandFailure(error) }
      throw CommandFailure(escaped("\(error)"))
    }
  }

  func run(_ console: Console) throws -> ExitCode {
    let instance: any CoreEngine
    do throws(CoreStartError) {
      instance = try core.start(on: loop)
    } catch {
      throw CommandFailure(error)
    }
    instance.client = self
    instance.give(.clock(Self.time))
    instance.flush()
    loop.schedule(after: Self.patience) { [loop] in loop.stop() }
    loop.run()
    let isComplete = instance.shutDown()
    if let loss { throw CommandFailure("the core process \(loss)", exitCode: .coreLost) }
    guard isComplete else {
      throw CommandFailure("the core did not take the time and end", exitCode: .coreLost)
    }
    try report(to: console)
    return .done
  }

  private func report(to console: Console) throws(OutputError) {
    let build = core.build
    let pages = core.module?.memories.first?.minimum ?? 0
    let events = emitted.map { PortEvent.Content.output($0).line }
    var lines = [
      "engine   " + (build.engine?.name ?? ""),
      "sha256   " + hexadecimal(build.hash),
      "memory   \(pages) pages, \(pages * WasmLimits.pageSize) bytes; a growth is refused",
    ]
    if let fuel { lines.append("fuel     \(fuel) of \(build.engine?.fuelPerStep ?? 0)") }
    lines += events.map { "emitted  " + $0 }
    try console.report(
      text: lines.joined(separator: "\n"),
      json: .event(
        "loaded",
        [
          "file": .string(core.path),
          "engine": build.engine.map { .string($0.name) } ?? nil,
          "sha256": .string(hexadecimal(build.hash)),
          "memory_bytes": .integer(Int(clamping: pages * WasmLimits.pageSize)),
          "fuel": fuel.map { .integer(Int(clamping: $0)) } ?? nil,
          "emitted": .array(events.map { .string($0) }),
        ]))
  }
}

extension ModuleLoading: CoreEngineClient {
  func coreEmitted(_ event: OutEvent) {
    emitted.append(event)
    // Where fuel is counted, its count comes last; elsewhere the end of the process brings the rest.
    if core.build.engine?.fuelPerStep == nil { loop.stop() }
  }

  func coreEndedStep(fuel: UInt64?) {
    self.fuel = fuel
    loop.stop()
  }

  func coreLost(_ loss: CoreLoss) {
    self.loss = loss
    loop.stop()
  }
}
