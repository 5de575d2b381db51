import CoreSeam
import HostShell
import MatterBytes
import OperatingSystem
import Testing
import Words

/// Host, wire and core together, each core in a process of its own.
struct ComposedTests {
  /// Runs many at a time: mostly they wait.
  private func run(_ seeds: Range<UInt64>, atATime: Int) throws -> [ComposedRun] {
    let loop = EventLoop()
    var waiting = Array(seeds.reversed())
    var ended: [ComposedRun] = []
    var problem: (any Error)?

    func startNext() {
      guard let seed = waiting.popLast() else {
        if ended.count == seeds.count { loop.stop() }
        return
      }
      do {
        let run = try ComposedRun(seed: seed, loop: loop)
        run.start {
          // Not from within the party that is to go.
          loop.schedule(at: 0) {
            run.shutDown()
            ended.append(run)
            startNext()
          }
        }
      } catch {
        problem = error
        loop.stop()
      }
    }

    for _ in 0..<atATime { startNext() }
    loop.run()
    if let problem { throw problem }
    return ended
  }

  /// A build for debugging computes for a second in each handshake: there a sample must do.
  private static var seeds: Range<UInt64> {
    #if DEBUG
      1..<21
    #else
      1..<201
    #endif
  }

  private static var runsAtATime: Int {
    #if DEBUG
      2
    #else
      40
    #endif
  }

  @Test func overABadWireEachRunPairsOrTellsWhyNot() throws {
    let runs = try run(Self.seeds, atATime: Self.runsAtATime)
    #expect(runs.count == Self.seeds.count)
    for run in runs {
      let outcome = try #require(run.outcome)
      let label = Comment(rawValue: "seed \(run.seed), \(run.faults): \(outcome)")
      let sent = run.payloads.map { payload in payload.span.indices.map { payload[$0] } }

      // Each message at most once, in order, as it was sent.
      let asked = run.deviceInbox.payloads
      let answered = run.commissionerInbox.payloads
      #expect(asked == Array(sent.prefix(asked.count)), label)
      #expect(answered == Array(sent.prefix(answered.count)), label)
      #expect(run.deviceInbox.sessions <= 1, label)

      switch outcome {
      case .paired:
        #expect(answered.count == sent.count, label)
        #expect(run.commissionerInbox.sessions == 1, label)
      case .failed(let failure): expectReason(failure, of: run, label)
      }
    }
    // The wire is bad, not hopeless.
    let paired = runs.count { $0.outcome == .paired }
    let outcomes = runs.compactMap(\.outcome).map { ("\($0)", 1) }
    let counts = Dictionary(outcomes, uniquingKeysWith: +)
    #expect(
      2 * paired >= runs.count, "only \(paired) of \(runs.count) runs paired: \(counts)")
  }

  /// A bad wire may be the reason, and nothing else.
  private func expectReason(
    _ failure: CommissioningFailure, of run: ComposedRun, _ label: Comment
  ) {
    switch failure {
    case .pairing(let failure):
      // A bit inverted in a handshake message shows in many ways.
      #expect(!failure.explanation(for: .initiator).isEmpty, label)
      #expect(failure != .insufficientEntropy, label)
      #expect(failure != .noResources, label)
    case .undelivered, .unanswered: break
    case .rejected, .alteredAnswer, .sessionEnded, .timeout, .interrupted, .coreLost:
      Issue.record(label)
    }
  }
}
