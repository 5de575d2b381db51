public import CoreSeam
import MatterBytes
import MatterCore
import TraceFormat

/// The core as a library, in the process of its host: for tests and speed.
public final class InProcessCore: CoreEngine {
  public weak var client: (any CoreEngineClient)?

  private var core = VerifiedCore()
  private var outbox = Outbox()
  private var assembler = FrameAssembler()
  /// Events that the core has not had yet.
  private var waiting: [InEvent] = []
  private var isWorking = false
  private var isShutDown = false

  public init() {}

  public var tellsSteps: Bool { true }

  public var isCongested: Bool { false }

  public func give(_ event: InEvent) {
    guard !isShutDown else { return }
    waiting.append(event)
  }

  public func flush() {
    guard !isWorking else { return }
    isWorking = true
    defer { isWorking = false }
    while !waiting.isEmpty, !isShutDown {
      core.step(waiting.removeFirst(), into: &outbox)
      for event in takeOutputs() where !isShutDown { client?.coreEmitted(event) }
      if !isShutDown { client?.coreEndedStep(fuel: nil) }
    }
  }

  @discardableResult
  public func shutDown() -> Bool {
    guard !isShutDown else { return false }
    flush()
    isShutDown = true
    defer { waiting = [] }
    // From within a handler of an output, other outputs of the same step may not be told yet.
    return waiting.isEmpty && !isWorking
  }

  private func takeOutputs() -> [OutEvent] {
    var events: [OutEvent] = []
    var offset = 0
    do throws(SeamError) {
      while try assembler.consume(outbox.bytes, at: &offset) {
        events.append(try OutEvent(frameBody: assembler.body))
      }
    } catch {
      preconditionFailure("the core writes what its seam reads")
    }
    outbox.removeAll()
    return events
  }
}
