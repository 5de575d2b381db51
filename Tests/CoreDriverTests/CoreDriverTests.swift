import CoreDriver
import CoreSeam
import MatterBytes
import MatterCore
import Testing

struct CoreDriverTests {
  /// What a core is given.
  final class Log {
    var inputs: [InEvent] = []
  }

  /// The core, with a log of what it is given.
  struct LoggedCore: SteppableCore, ~Copyable {
    private var core = VerifiedCore()
    private let log: Log

    init(_ log: Log) {
      self.log = log
    }

    mutating func step(_ event: borrowing InEvent, into outbox: inout Outbox) {
      log.inputs.append(copy event)
      core.step(event, into: &outbox)
    }
  }

  /// A source that runs dry.
  struct ScarceEntropy: EntropySource {
    var rest: Int

    mutating func draw(_ count: Int) -> BoundedBytes<64> {
      var bytes = BoundedBytes<64>()
      while bytes.count < count, rest > 0 {
        bytes.add(0xA5)
        rest -= 1
      }
      return bytes
    }
  }

  private let log = Log()

  private func driver(
    entropy: Int = 1_000_000
  ) -> CoreDriver<LoggedCore, ScarceEntropy> {
    CoreDriver(driving: LoggedCore(log), entropy: ScarceEntropy(rest: entropy))
  }

  private func drain(_ driver: inout CoreDriver<LoggedCore, ScarceEntropy>) -> [MessageOut] {
    var outputs: [MessageOut] = []
    while let output = driver.next() { outputs.append(output) }
    return outputs
  }

  private var entropyGiven: [Int] {
    log.inputs.compactMap { if case .entropy(let bytes) = $0 { bytes.count } else { nil } }
  }

  private var times: [UInt64] {
    log.inputs.compactMap { if case .clock(let time) = $0 { time } else { nil } }
  }

  private static let noise = Datagram(
    peer: PeerHandle(rawValue: 1), bytes: BoundedBytes(fitting: [0xFF].span))

  @Test func theCoreIsGivenTheEntropyThatItAsksForInPiecesOfOneEvent() {
    var driver = driver()
    driver.advance(to: 1)
    #expect(drain(&driver).isEmpty)
    #expect(entropyGiven == [64, 64, 64, 64])
  }

  @Test func whatTheSourceDoesNotHaveIsNotGiven() {
    var driver = driver(entropy: 100)
    driver.advance(to: 1)
    #expect(drain(&driver).isEmpty)
    #expect(entropyGiven == [64, 36])
  }

  @Test func theTimeComesBeforeADatagramUnlessTheCoreKnowsIt() {
    var driver = driver(entropy: 0)
    driver.receive(Self.noise, at: 7)
    #expect(drain(&driver).isEmpty)
    driver.receive(Self.noise, at: 7)
    #expect(drain(&driver).isEmpty)
    let message = InEvent.message(.datagram(Self.noise))
    #expect(log.inputs == [.clock(7), message, message])
  }

  @Test func theTimeIsToldAgainWhenTheHostSaysSo() {
    var driver = driver(entropy: 0)
    for _ in 0..<2 {
      driver.advance(to: 7)
      #expect(drain(&driver).isEmpty)
    }
    #expect(times == [7, 7])
  }

  @Test func datagramsAndNoticesComeOutOneByOneInTheOrderOfTheEvents() {
    let pair = Command.pair(PairOrder(peer: PeerHandle(rawValue: 9), passcode: 20_202_021))
    let configure = Command.configure(.standard(reportsMessages: true))
    var first = driver()
    var second = driver()
    first.execute(configure, at: 1)
    #expect(drain(&first).isEmpty)
    first.execute(pair, at: 2)
    second.execute(configure, at: 1)
    #expect(drain(&second).isEmpty)
    second.execute(pair, at: 2)
    var messages: [MessageOut] = []
    while let event = second.nextEvent() {
      if case .message(let message) = event { messages.append(message) }
    }
    #expect(messages.count == 2)
    #expect(drain(&first) == messages)
  }

  @Test func theDeadlineIsThatOfTheCoreAndGoesWithIt() {
    var driver = driver()
    driver.advance(to: 1)
    _ = drain(&driver)
    #expect(driver.deadline == nil)
    driver.execute(.openWindow(Self.window), at: 1)
    _ = drain(&driver)
    #expect(driver.deadline == 1)
    while driver.deadline == 1 {
      driver.advance(to: 1)
      _ = drain(&driver)
    }
    #expect(driver.deadline == 180_000_001)
    driver.execute(.closeWindow, at: 2)
    _ = drain(&driver)
    #expect(driver.deadline == nil)
  }

  private static let window = WindowOrder(
    secret: .passcode(20_202_021), iterations: 1000,
    salt: BoundedBytes(fitting: Array("SPAKE2P Key Salt".utf8).span), durationSeconds: 180)

  @Test func everyEventOfAnyPortCanBeRead() {
    var driver = driver()
    driver.step(.clock(1))
    var events: [OutEvent] = []
    while let event = driver.nextEvent() { events.append(event) }
    #expect(events == [.entropyWanted(256)])
  }

  @Test func anInputBeforeAllOutputsWereTakenEndsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var driver = CoreDriver(entropy: SeededEntropy(seed: 1, stream: 1))
      driver.advance(to: 1)
      driver.advance(to: 2)
    }
  }

  /// A core that is lost in its second step.
  struct FailingCore: SteppableCore {
    struct Trap: Error, Equatable {}
    private var hasStepped = false

    mutating func step(_ event: borrowing InEvent, into outbox: inout Outbox) throws(Trap) {
      guard !hasStepped else { throw Trap() }
      hasStepped = true
    }
  }

  @Test func theFailureOfAnEngineIsThrown() throws {
    var driver = CoreDriver(driving: FailingCore(), entropy: ScarceEntropy(rest: 0))
    try driver.advance(to: 1)
    let output = try driver.next()
    #expect(output == nil)
    #expect(throws: FailingCore.Trap()) { try driver.advance(to: 2) }
  }
}
