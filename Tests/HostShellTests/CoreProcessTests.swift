import CoreEngines
import CoreSeam
import Glibc
import HostShell
import MatterBytes
import OperatingSystem
import Testing

/// A core process and what becomes of it, seen by its host.
struct CoreProcessTests {
  private let loop = EventLoop()

  private func nativeCore() throws -> CoreProcess { try process(.native) }

  private func process(_ core: CoreChoice) throws -> CoreProcess {
    try #require(try CoreCatalogue.open(core).start(on: loop) as? CoreProcess)
  }

  /// Runs the loop until the core is lost.
  private func loss(of core: CoreProcess) throws -> CoreLoss {
    let client = RecordingClient()
    core.client = client
    client.lost = { [loop] in loop.stop() }
    loop.schedule(after: 20_000_000) { [loop] in loop.stop() }
    loop.run()
    return try #require(client.loss)
  }

  @Test func aCoreAnswersThroughItsPipes() throws {
    let core = try nativeCore()
    let client = RecordingClient()
    core.client = client
    client.emitted = { [loop] _ in loop.stop() }
    core.give(.clock(5))
    core.flush()
    loop.run()
    #expect(client.events.first == .entropyWanted(256))
    core.shutDown()
    #expect(client.loss == nil)
  }

  @Test func aProgramThatDoesNotExistIsNamed() {
    let path = "/no/such/core"
    #expect(
      throws: CoreStartError.unreadable(path: path, .system(SystemError(number: ENOENT)))
    ) { try process(.file(path: path)) }
  }

  @Test func aCoreThatIsKilledIsReportedWithItsSignal() throws {
    let core = try nativeCore()
    kill(core.processID, SIGKILL)
    #expect(try loss(of: core) == .ended(.killed(signal: SIGKILL), complaint: nil))
  }

  @Test func aCoreThatExitsIsReportedWithItsLastComplaint() throws {
    let script = try Script("echo first >&2; echo 'last words' >&2; exit 7")
    let core = try process(.file(path: script.path))
    #expect(try loss(of: core) == .ended(.exited(status: 7), complaint: "last words"))
  }

  @Test func aCoreThatWritesWhatIsNoFrameIsEnded() throws {
    let script = try Script(#"printf '\377\377\377\377'; exec sleep 1000"#)
    let core = try process(.file(path: script.path))
    let id = core.processID
    #expect(try loss(of: core) == .unreadableFrame(.oversizedFrame))
    #expect(!ProcessTable.exists(id))
  }

  @Test func aCoreThatClosesItsOutputAndStaysIsEnded() throws {
    let script = try Script("exec >&-; exec sleep 1000")
    let core = try process(.file(path: script.path))
    let id = core.processID
    #expect(try loss(of: core) == .ended(.killed(signal: SIGKILL), complaint: nil))
    #expect(!ProcessTable.exists(id))
  }

  @Test func shuttingDownEndsTheProcess() throws {
    let core = try nativeCore()
    let id = core.processID
    #expect(ProcessTable.exists(id))
    core.shutDown()
    #expect(!ProcessTable.exists(id))
  }

  @Test func whatACoreEmitsLastIsHeardBeforeItEnds() throws {
    let core = try nativeCore()
    let client = RecordingClient()
    core.client = client
    for time in 1...2_000 { core.give(.clock(UInt64(2_001 - time))) }
    #expect(core.shutDown())
    let refusals = client.events.count { $0 == .message(.notice(.inputRejected(.clockWentBack))) }
    #expect(refusals == 1_999)
    #expect(client.loss == nil)
    #expect(!core.shutDown())
  }

  @Test func aCoreThatIsEndedWithinAnOutputIsNotHeardToTheEnd() throws {
    let core = try nativeCore()
    let client = RecordingClient()
    core.client = client
    var isComplete = true
    client.emitted = { [loop] _ in
      guard client.events.count == 1 else { return }
      isComplete = core.shutDown()
      loop.stop()
    }
    core.give(.clock(5))
    core.flush()
    loop.run()
    #expect(!isComplete)
    #expect(client.loss == nil)
  }

  @Test func aCoreThatIsForgottenEndsToo() throws {
    let id = try nativeCore().processID
    #expect(!ProcessTable.exists(id))
  }

  @Test func aCoreThatDoesNotReadIsCongestedAndLosesNoEvent() throws {
    // More than the pipe and the limit hold together.
    let count = 20_000
    let bytes = count * InEvent.clock(0).frame().bytes.count
    let script = try Script("kill -STOP $$; head -c \(bytes) | wc -c >&2; exit 9")
    let core = try process(.file(path: script.path))
    #expect(!core.isCongested)
    for time in 0..<UInt64(count) { core.give(.clock(time)) }
    core.flush()
    #expect(core.isCongested)
    #expect(becomesTrue { ProcessTable.isStopped(core.processID) })
    kill(core.processID, SIGCONT)
    #expect(try loss(of: core) == .ended(.exited(status: 9), complaint: "\(bytes)"))
  }

  @Test func outputsOfTheLibraryAndOfTheProcessAreTheSame() throws {
    let events: [InEvent] = [
      .clock(1000), .entropy(try BoundedBytes(zeros: 64)), .clock(900),
      .message(.command(.closeWindow)), .clock(2000),
    ]
    let process = try nativeCore()
    let clients = (RecordingClient(), RecordingClient())
    process.client = clients.0
    clients.0.emitted = { [loop] _ in if clients.0.events.count == 3 { loop.stop() } }
    let library = InProcessCore()
    library.client = clients.1
    for event in events {
      process.give(event)
      library.give(event)
    }
    process.flush()
    library.flush()
    loop.schedule(after: 10_000_000) { [loop] in loop.stop() }
    loop.run()
    #expect(clients.1.events.count == 3)
    #expect(clients.0.events == clients.1.events)
  }
}
