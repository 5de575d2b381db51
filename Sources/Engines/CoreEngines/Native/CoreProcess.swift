package import CoreSeam
import Glibc
import MatterBytes
package import OperatingSystem
import TraceFormat

/// The core as a process of its own, behind pipes that never make the host wait.
package final class CoreProcess: CoreEngine {
  package weak var client: (any CoreEngineClient)?

  private let loop: EventLoop
  private let child: ChildProcess
  package let tellsSteps: Bool
  /// Whether there is somebody who says something beside what the core emits.
  private let hasReports: Bool
  /// The hash of the module that the engine must say first that it has loaded; nil once it has, or
  /// where it need not. Until then nothing that comes is the core's.
  private var awaitedHash: [UInt8]?
  private var assembler = FrameAssembler()
  private var complaints = ErrorLines()
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  private var isOver = false
  private var isEnding = false
  private var isDelivering = false
  private var isInputOpen = true
  /// Whether the output has ended, or cannot be read on.
  private var isAtEnd = false
  private var isGarbled = false

  /// What the pipe to the core has not taken yet, from `unsentStart` on.
  private var unsent: [UInt8] = []
  private var unsentStart = 0

  /// Beyond this, datagrams are better lost than kept: some fifty of the largest.
  private static let congestionLimit = 65_536
  /// How long, in microseconds, the process may take to end once its pipes are closed.
  private static let patience: UInt64 = 2_000_000

  /// - Parameter tellingSteps: whether the client wants to hear when each step has ended.
  package init(
    _ program: CoreProgram, tellingSteps: Bool = false, loop: EventLoop
  ) throws(CoreStartError) {
    self.loop = loop
    tellsSteps = program.tellsSteps(whenAsked: tellingSteps)
    hasReports = tellsSteps || program.reportedHash != nil
    awaitedHash = program.reportedHash
    child = try program.start(tellingSteps: tellingSteps)
    loop.whenReadable(child.output) { [unowned self] in readOutput() }
    loop.whenReadable(child.errors) { [unowned self] in readErrors() }
  }

  deinit {
    shutDown()
  }

  /// The id of the process.
  package var processID: Int32 { child.id }

  package var isCongested: Bool { unsent.count - unsentStart > Self.congestionLimit }

  package func give(_ event: InEvent) {
    guard !isOver else { return }
    unsafe event.frame().bytes.span.withUnsafeBufferPointer { unsafe unsent.append(contentsOf: $0) }
  }

  package func flush() {
    guard !isOver else { return }
    switch writeUnsent() {
    case .pipeIsFull:
      loop.whenWritable(child.input) { [unowned self] in flush() }
    case .nothingLeft, .readerGone:
      // When the core reads no more it has ended or is about to: its output tells when it has.
      unsent.removeAll(keepingCapacity: true)
      unsentStart = 0
      loop.ignoreWritable(child.input)
    }
  }

  @discardableResult
  package func shutDown() -> Bool {
    guard !isOver else { return false }
    for descriptor in [child.input, child.output, child.errors] { loop.forget(descriptor) }
    isEnding = true
    let limit = MonotonicClock.now() + Self.patience
    // From within a handler of an output the rest of the outputs cannot be waited for.
    let isComplete = !isDelivering && giveRest(until: limit) && hearRest(until: limit)
    return endProcess() == .exited(status: 0) && isComplete
  }

  /// Lets the core take what is lined up, and then close its input.
  private func giveRest(until limit: UInt64) -> Bool {
    while case .pipeIsFull = writeUnsent() {
      readOutput()
      guard waitForPipes(POLLOUT, until: limit) else { return false }
    }
    let isGiven = unsentStart == unsent.count
    closeInput()
    return isGiven
  }

  /// Tells the client what the core emits before it ends.
  private func hearRest(until limit: UInt64) -> Bool {
    while !isAtEnd {
      readOutput()
      guard isAtEnd || waitForPipes(0, until: limit) else { return false }
    }
    return !isGarbled && awaitedHash == nil
  }

  /// Waits until there is output, or the input is ready for more.
  private func waitForPipes(_ inputEvents: Int32, until limit: UInt64) -> Bool {
    let now = MonotonicClock.now()
    guard now < limit else { return false }
    var waiting = [
      pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isInputOpen ? child.input : -1, events: Int16(inputEvents), revents: 0),
    ]
    _ = unsafe poll(&waiting, 2, Int32((limit - now) / 1000) + 1)
    return true
  }

  private func closeInput() {
    guard isInputOpen else { return }
    isInputOpen = false
    _ = close(child.input)
  }

  private enum WriteResult {
    case nothingLeft
    case pipeIsFull
    case readerGone
  }

  private func writeUnsent() -> WriteResult {
    while unsentStart < unsent.count {
      let written = unsafe unsent.withUnsafeBytes { bytes in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[unsentStart...])
        return unsafe write(child.input, rest.baseAddress, rest.count)
      }
      if written >= 0 {
        unsentStart += written
      } else if errno == EAGAIN {
        unsent.removeFirst(unsentStart)
        unsentStart = 0
        return .pipeIsFull
      } else if errno != EINTR {
        return .readerGone
      }
    }
    return .nothingLeft
  }

  private func readOutput() {
    while !isOver {
      let count = Self.read(child.output, into: &buffer)
      guard count > 0 else {
        if count == 0 {
          isAtEnd = true
          lose { end in .ended(end, complaint: complaints.last) }
        }
        return
      }
      do throws(CoreLoss) {
        try deliver(buffer.span.extracting(first: count))
      } catch {
        isAtEnd = true
        isGarbled = true
        lose { _ in error }
        return
      }
    }
  }

  private func deliver(_ bytes: Span<UInt8>) throws(CoreLoss) {
    isDelivering = true
    defer { isDelivering = false }
    var offset = 0
    while try isFrameComplete(bytes, at: &offset) {
      if hasReports, let report = EngineReport(frameBody: assembler.body) {
        try hear(report)
      } else {
        client?.coreEmitted(try emittedEvent())
      }
      guard !isOver else { return }
    }
  }

  private func isFrameComplete(
    _ bytes: Span<UInt8>, at offset: inout Int
  ) throws(CoreLoss) -> Bool {
    do throws(SeamError) {
      return try assembler.consume(bytes, at: &offset)
    } catch {
      throw .unreadableFrame(error)
    }
  }

  private func hear(_ report: EngineReport) throws(CoreLoss) {
    switch report {
    case .loaded(let hash):
      guard hash == awaitedHash else { throw .otherModule }
      awaitedHash = nil
    case .endedStep(let step):
      guard awaitedHash == nil else { throw .otherModule }
      client?.coreEndedStep(fuel: step.fuel)
    }
  }

  private func emittedEvent() throws(CoreLoss) -> OutEvent {
    guard awaitedHash == nil else { throw .otherModule }
    do throws(SeamError) {
      return try OutEvent(frameBody: assembler.body)
    } catch {
      throw .unreadableFrame(error)
    }
  }

  private func readErrors() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Self.read(child.errors, into: &buffer)
      guard count > 0 else {
        if count == 0 { loop.forget(child.errors) }
        return
      }
      complaints.append(buffer.prefix(count))
    }
  }

  /// - Returns: how many bytes there are, 0 at the end, less when nothing can be read now.
  private static func read(_ descriptor: Int32, into buffer: inout [UInt8]) -> Int {
    var count = -1
    repeat {
      count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      }
    } while count < 0 && errno == EINTR
    return count
  }

  /// Tells the client that the core is over without having been told to end.
  private func lose(as loss: (ProcessEnd) -> CoreLoss) {
    guard !isOver, !isEnding else { return }
    let end = endProcess()
    client?.coreLost(loss(end))
  }

  /// Closes the pipes, which ends the process, and waits until it has ended.
  private func endProcess() -> ProcessEnd {
    isOver = true
    for descriptor in [child.input, child.output, child.errors] { loop.forget(descriptor) }
    closeInput()
    _ = close(child.output)
    let end = child.reap(patience: Self.patience)
    readErrors()
    _ = close(child.errors)
    return end
  }
}
