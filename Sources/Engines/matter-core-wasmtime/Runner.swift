import CoreEngines
import CoreSeam
import OperatingSystem

/// Frames from standard input to the core, and what it emits to standard output: after a report on the
/// module that was loaded, and with one on the fuel of each step.
struct Runner {
  /// How the runner came to its end, as in `sysexits.h`.
  enum Ending: Int32 {
    /// The host closed the input between two frames, or reads no more.
    case done = 0
    case usage = 64
    /// What came is no frame that the core can be given.
    case noFrame = 65
    /// The module is not the core.
    case noModule = 66
    /// There is no library of wasmtime, or it is of another version.
    case noWasmtime = 69
    /// A step used too much fuel, or trapped.
    case stepEnded = 70
    case pipeFailed = 74
  }

  private let core: WasmtimeCore
  private var assembler = FrameAssembler()
  /// What the host does not have yet.
  private var unsent: [UInt8] = []

  /// - Parameter arguments: the library, the module, and the fuel of a step.
  static func run(_ arguments: [String]) -> Ending {
    guard arguments.count == 3, let fuel = UInt64(arguments[2]) else {
      complain("wants libwasmtime, a module, and the fuel that a step may use")
      return .usage
    }
    do throws(WasmtimeError) {
      let engine = try WasmtimeEngine(libraryAt: arguments[0])
      let module = try module(at: arguments[1])
      var runner = Runner(
        try WasmtimeCore(module, engine: engine, fuelPerStep: fuel),
        loaded: CoreHash.of(module.span))
      return try runner.run()
    } catch {
      complain("\(error)")
      return Ending(error)
    }
  }

  private static func module(at path: String) throws(WasmtimeError) -> [UInt8] {
    do throws(CoreReadError) {
      return try CoreFile(path: path).bytes
    } catch {
      throw .invalidModule("\(error)")
    }
  }

  private init(_ core: WasmtimeCore, loaded hash: [UInt8]) {
    self.core = core
    unsent = EngineReport.loaded(hash: hash).frame
  }

  private mutating func run() throws(WasmtimeError) -> Ending {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var front = buffer.mutableSpan
      guard let count = try? FileDescriptor.standardInput.read(into: &front) else {
        Self.complain("standard input cannot be read")
        return .pipeFailed
      }
      guard count > 0 else { return try end() }
      guard try act(on: buffer.span.extracting(first: count)) else { return .done }
    }
  }

  private func end() throws(WasmtimeError) -> Ending {
    guard assembler.isBetweenFrames else { throw .noFrame }
    return .done
  }

  /// Takes a step for each frame that is complete with these bytes.
  /// - Returns: whether the host still reads.
  private mutating func act(on bytes: Span<UInt8>) throws(WasmtimeError) -> Bool {
    var offset = 0
    while try isComplete(bytes, at: &offset) {
      let emitted = try core.step(assembler.body)
      unsent += emitted
      unsent += EngineReport.endedStep(StepReport(fuel: core.fuelUsed)).frame
      // Reports alone can wait until there is something that the host waits for.
      guard emitted.isEmpty || send() else { return false }
    }
    return send()
  }

  private mutating func isComplete(
    _ bytes: Span<UInt8>, at offset: inout Int
  ) throws(WasmtimeError) -> Bool {
    do throws(SeamError) {
      return try assembler.consume(bytes, at: &offset)
    } catch {
      throw .noFrame
    }
  }

  private mutating func send() -> Bool {
    defer { unsent.removeAll(keepingCapacity: true) }
    return (try? FileDescriptor.standardOutput.write(unsent.span)) != nil
  }

  /// Writes a line to standard error. If that cannot be, the exit status still tells.
  private static func complain(_ reason: String) {
    try? FileDescriptor.standardError.write("matter-core-wasmtime: \(reason)\n")
  }
}

extension Runner.Ending {
  init(_ error: WasmtimeError) {
    self =
      switch error {
      case .unreadableLibrary, .missingFunction, .otherVersion: .noWasmtime
      case .invalidModule: .noModule
      case .outOfFuel, .trapped: .stepEnded
      case .noFrame: .noFrame
      }
  }
}
