import CoreSeam
import HostShell
import MatterBytes
import MatterCore
import Testing
import TraceFormat

/// Whether the host wants a report on every message changes nothing else: not a datagram, not a
/// deadline, not another notice.
struct ReportsOffTests {
  /// A core that is told to report, or not to, whatever the trace says.
  private final class Twin {
    private var core = VerifiedCore()
    private var outbox = Outbox()
    private let reportsMessages: Bool

    init(reportsMessages: Bool) {
      self.reportsMessages = reportsMessages
    }

    /// What a step emits, but for reports on messages.
    func step(_ event: InEvent) throws -> [OutEvent] {
      var event = event
      if case .message(.command(.configure(var configuration))) = event {
        configuration.reportsMessages = reportsMessages
        event = .message(.command(.configure(configuration)))
      }
      outbox.removeAll()
      core.step(event, into: &outbox)
      var assembler = FrameAssembler()
      var offset = 0
      var emitted: [OutEvent] = []
      while try assembler.consume(outbox.bytes, at: &offset) {
        emitted.append(try OutEvent(frameBody: assembler.body))
      }
      return emitted.filter {
        if case .message(.notice(.messageProcessed)) = $0 { false } else { true }
      }
    }
  }

  @Test(arguments: GoldenTrace.all)
  func aTraceGoesTheSameWayWithAndWithoutReports(trace: GoldenTrace) throws {
    var twins: [Int: (Twin, Twin)] = [:]
    for event in try trace.events() {
      guard case .input(let input) = event.content else { continue }
      let (reporting, silent) =
        twins[event.party] ?? (Twin(reportsMessages: true), Twin(reportsMessages: false))
      twins[event.party] = (reporting, silent)
      let wanted = try reporting.step(input)
      let got = try silent.step(input)
      try #require(wanted == got, "after event \(event.number)")
    }
    #expect(!twins.isEmpty)
  }
}
