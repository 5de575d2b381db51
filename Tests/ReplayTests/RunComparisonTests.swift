import CoreSeam
import Foundation
import HostShell
import MatterBytes
import OperatingSystem
import SimulatedTraces
import Testing
import TraceStory
import Words
import TraceFormat

/// What `matter-sim trace diff` finds between two recordings.
struct RunComparisonTests {
  private final class Sink {
    var bytes: [UInt8] = []
  }

  /// A trace in memory.
  private func record(
    _ scenario: Scenario, reason: String? = nil, seed: UInt64 = 1
  ) -> [UInt8] {
    let sink = Sink()
    let writer = TraceWriter(isRedacted: false, reason: reason) { (block) throws(SystemError) in
      sink.bytes += block
    }
    scenario.record(into: writer, coreHash: [UInt8](repeating: 1, count: 32), seed: seed)
    return sink.bytes
  }

  private func read(_ bytes: [UInt8]) throws -> RecordedRun {
    try RecordedRun(TraceReader(bytes: bytes))
  }

  /// The trace with its events changed.
  private func edited(_ edit: (inout [TraceEvent]) throws -> Void) throws -> RecordedRun {
    var reader = try TraceReader(bytes: record(.duplicatePake3))
    var events: [TraceEvent] = []
    var names: [String] = []
    var identities: [RunIdentity] = []
    while let item = try reader.next() {
      switch item {
      case .party(_, let name): names.append(name)
      case .identity(_, let identity): identities.append(identity)
      case .event(let event): events.append(event)
      case .comment, .engine, .step, .wireFate, .end, .capture: break
      }
    }
    try edit(&events)
    let sink = Sink()
    let writer = TraceWriter(isRedacted: false) { (block) throws(SystemError) in
      sink.bytes += block
    }
    for (name, identity) in zip(names, identities) { _ = writer.addParty(name: name, identity) }
    for event in events {
      writer.write(
        PortEvent(time: event.time, content: event.content), of: event.party,
        between: event.addresses
          ?? AddressPair(source: .loopback6(port: 1), destination: .loopback6(port: 2)))
    }
    return try read(sink.bytes)
  }

  private func changes(_ old: RecordedRun, _ new: RecordedRun) -> [RunComparison.Change] {
    RunComparison(old, new).parties.flatMap(\.changes)
  }

  /// The place of a notice that says how far a handshake has come.
  private func progress(_ events: [TraceEvent]) throws -> Int {
    try #require(
      events.firstIndex {
        if case .output(.message(.notice(.handshakeProgress))) = $0.content { true } else { false }
      })
  }

  @Test func aRecordingIsTheSameAsItself() throws {
    let run = try read(record(.duplicatePake3))
    #expect(changes(run, run).isEmpty)
    #expect(run.eventCount > 50)
  }

  @Test func theReasonOfARecordingIsRead() throws {
    let reason = "the order of notices – «better»"
    #expect(try read(record(.windowTimeout, reason: reason)).reason == reason)
    #expect(try read(record(.windowTimeout)).reason == nil)
  }

  @Test func anEventThatIsGoneIsToldWithItsNeighboursUnchanged() throws {
    let old = try edited { _ in }
    let new = try edited { $0.remove(at: try progress($0)) }
    for (found, isGone) in [(changes(old, new), true), (changes(new, old), false)] {
      try #require(found.count == 1)
      switch found[0] {
      case .gone(let event): #expect(isGone && event.words.contains("begins to pair"))
      case .added(let event): #expect(!isGone && event.words.contains("begins to pair"))
      case .moved, .changed: Issue.record("an event was removed")
      }
    }
  }

  @Test func anEventThatComesLaterIsMoved() throws {
    let old = try edited { _ in }
    let new = try edited { events in
      let place = try progress(events)
      let event = events.remove(at: place)
      events.insert(event, at: place + 12)
    }
    let found = changes(old, new)
    try #require(found.count == 1)
    guard case .moved(let before, let after) = found[0] else {
      Issue.record("it is \(found[0])")
      return
    }
    #expect(after.number == before.number + 12)
  }

  @Test func aChangedValueIsNamed() throws {
    let old = try edited { _ in }
    let new = try edited { events in
      let place = try #require(
        events.firstIndex {
          if case .output(.message(.notice(.sessionEstablished))) = $0.content {
            true
          } else {
            false
          }
        })
      guard
        case .output(.message(.notice(.sessionEstablished(var session)))) = events[place].content
      else { return }
      session.peerSession &+= 1
      events[place].content = .output(.message(.notice(.sessionEstablished(session))))
    }
    let found = changes(old, new)
    try #require(found.count == 1)
    guard case .changed(_, _, let fields) = found[0] else {
      Issue.record("it is \(found[0])")
      return
    }
    #expect(fields.map(\.name) == ["peer_session"])
  }

  @Test func twoSeedsDifferInNoMoreThanValues() throws {
    let found = changes(
      try read(record(.duplicatePake3)), try read(record(.duplicatePake3, seed: 2)))
    #expect(found.count > 20)
    let isEveryOneChanged = found.allSatisfy { if case .changed = $0 { true } else { false } }
    #expect(isEveryOneChanged)
  }
}
