public import CoreSeam
import MatterBytes
public import MatterCore

/// A core, and what every host does for one: it tells the core the time before anything else, gives
/// it entropy when it asks, keeps its deadline, and hands out what it emits as typed values.
///
/// There is no heap and no clock in it: the host says what time it is, in microseconds of a clock
/// that never goes back. A node's main loop is
///
///     var driver = CoreDriver(entropy: HardwareEntropy())
///     driver.advance(to: clock.microseconds)
///     while true {
///       while let output = driver.next() {
///         switch output {
///         case .datagram(let datagram): socket.send(datagram.bytes, to: datagram.peer)
///         case .notice(let notice): application.hear(notice)
///         }
///       }
///       if let datagram = socket.wait(until: driver.deadline) {
///         driver.receive(datagram, at: clock.microseconds)
///       } else {
///         driver.advance(to: clock.microseconds)
///       }
///     }
///
/// Each input is given only after `next` has returned nil: what the core emits for one input is
/// taken before the next. To answer a notice with a command, leave the inner loop first.
public struct CoreDriver<Core: SteppableCore & ~Copyable, Entropy: EntropySource>: ~Copyable {
  /// When the core next wants the time, in microseconds: call `advance` then. Nil for never.
  public private(set) var deadline: UInt64?

  private var core: Core
  private var entropy: Entropy
  private var outbox = Outbox()
  /// Reads the outbox from `offset` on.
  private var assembler = FrameAssembler()
  private var offset = 0
  /// How many bytes of entropy the core has asked for and not been given.
  private var entropyWanted: UInt32 = 0
  /// The time that the core was told last.
  private var time: UInt64?
  /// An input whose time has been told and that comes when all outputs of that have been taken.
  private var waiting: InEvent?
  /// Whether all outputs have been taken.
  private var isDrained = true

  /// - Parameters:
  ///   - core: as it was made; it has had no input.
  ///   - entropy: a cryptographically secure source, except in tests.
  public init(driving core: consuming Core, entropy: Entropy) {
    self.core = core
    self.entropy = entropy
  }

  // MARK: Inputs

  /// Tells the core the time: first of all, and whenever its deadline has come.
  /// - Parameter now: microseconds of a clock that never goes back.
  public mutating func advance(to now: UInt64) throws(Core.Failure) {
    time = now
    try step(.clock(now))
  }

  /// Gives the core a datagram from a peer.
  /// - Parameter now: when it came, in microseconds.
  public mutating func receive(_ datagram: Datagram, at now: UInt64) throws(Core.Failure) {
    try give(.message(.datagram(datagram)), at: now)
  }

  /// Gives the core a command of the host application.
  /// - Parameter now: in microseconds.
  public mutating func execute(_ command: Command, at now: UInt64) throws(Core.Failure) {
    try give(.message(.command(command)), at: now)
  }

  /// Gives the core an event as it is, without telling the time before: to replay what was recorded.
  public mutating func step(_ event: borrowing InEvent) throws(Core.Failure) {
    precondition(isDrained, "the outputs of one input are taken before the next is given")
    isDrained = false
    try run(event)
  }

  /// Does something else with the core than giving it an event, for tests that look inside.
  package mutating func withCore<Result>(
    _ body: (inout Core, inout Outbox) -> Result
  ) -> Result {
    precondition(isDrained, "the outputs of one input are taken before the next is given")
    isDrained = false
    outbox.removeAll()
    offset = 0
    return body(&core, &outbox)
  }

  // MARK: Outputs

  /// The next datagram to send or notice to act on, in the order in which the core emitted them.
  ///
  /// Requests for entropy are met here, and the deadline is kept.
  /// - Returns: nil when there is no more, and the next input may be given.
  public mutating func next() throws(Core.Failure) -> MessageOut? {
    while let event = try nextEvent() {
      if case .message(let message) = event { return message }
    }
    return nil
  }

  /// The next event at any out-port: what `next` takes, and what it takes care of.
  public mutating func nextEvent() throws(Core.Failure) -> OutEvent? {
    repeat {
      if let event = readEvent() {
        keep(event)
        return event
      }
    } while try stepOn()
    isDrained = true
    return nil
  }

  // MARK: Steps

  private mutating func give(
    _ event: consuming InEvent, at now: UInt64
  ) throws(Core.Failure) {
    guard now != time else {
      try step(event)
      return
    }
    try advance(to: now)
    waiting = event
  }

  /// Takes the step that is due when the outputs of the last have been taken, if one is.
  /// - Returns: whether there was one.
  private mutating func stepOn() throws(Core.Failure) -> Bool {
    if let portion = drawEntropy() {
      try run(.entropy(portion))
      return true
    }
    guard let event = waiting.take() else { return false }
    try run(event)
    return true
  }

  private mutating func run(_ event: borrowing InEvent) throws(Core.Failure) {
    outbox.removeAll()
    offset = 0
    try core.step(event, into: &outbox)
  }

  /// As much of what the core has asked for as one event holds.
  private mutating func drawEntropy() -> BoundedBytes<64>? {
    guard entropyWanted > 0 else { return nil }
    let portion = entropy.draw(Int(min(entropyWanted, 64)))
    guard !portion.isEmpty else {
      entropyWanted = 0
      return nil
    }
    entropyWanted -= min(entropyWanted, UInt32(portion.count))
    return portion
  }

  private mutating func readEvent() -> OutEvent? {
    do throws(SeamError) {
      guard try assembler.consume(outbox.bytes, at: &offset) else { return nil }
      return try OutEvent(frameBody: assembler.body)
    } catch {
      preconditionFailure("a core emits whole frames of its seam")
    }
  }

  private mutating func keep(_ event: borrowing OutEvent) {
    switch event {
    case .message: break
    case .deadline(let time): deadline = time
    case .entropyWanted(let count): entropyWanted &+= count
    }
  }
}

extension CoreDriver where Core == VerifiedCore {
  /// Drives the core that is linked into the program.
  /// - Parameter entropy: a cryptographically secure source, except in tests.
  public init(entropy: Entropy) {
    self.init(driving: VerifiedCore(), entropy: entropy)
  }
}
