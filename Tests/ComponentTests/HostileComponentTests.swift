import Foundation
import Testing

/// Components that are not the core, no longer, or that are given what no port takes: the host says
/// why in one line, lives, and serves the next.
struct HostileComponentTests {
  /// What becomes of each, and a word of why.
  private static let outcomes: [(name: String, outcome: String, reason: String)] = [
    ("the core", "answered", ""),
    ("a datagram of the largest size", "answered", ""),
    ("entropy of the largest size", "answered", ""),
    ("a datagram too long", "ended", "unreachable"),
    ("a datagram of a megabyte", "ended", "unreachable"),
    ("entropy too long", "ended", "unreachable"),
    ("a missing half", "refused", "failed to parse"),
    ("a missing byte", "refused", "failed to parse"),
    ("no component but a module", "refused", "failed to parse"),
    ("an empty component", "refused", "it lacks export"),
    ("a composition", "refused", "it has export"),
    ("another name of a case", "refused", "it has import"),
    ("one import more", "refused", "it has import wasi:clocks/monotonic-clock"),
    ("ports that do nothing", "answered", ""),
    ("an endless loop", "ended", "all fuel consumed"),
    ("a trap", "ended", "unreachable"),
    ("a message outside memory", "ended", "out of bounds"),
    ("a message too long", "ended", "unreachable"),
    ("a message that is none", "ended", "unreachable"),
    ("a deadline", "answered", ""),
  ]

  @Test func eachEndsInOneClearLineAndTheHostLives() throws {
    let run = try Program.tool("wasm-component-refusals", [Artefacts.folder().path])
    #expect(run.status == 0, "\(run.complaints)")
    for (name, outcome, reason) in Self.outcomes {
      let line = run.lines.first { $0.dropFirst(10).hasPrefix(name) } ?? "is not there"
      #expect(line.hasPrefix(outcome), "\(name): \(line)")
      #expect(reason.isEmpty || line.contains(reason), "\(name): \(line)")
    }
    // A flipped byte can be one that nothing reads, or one that does not matter yet.
    #expect(run.lines.filter { $0.contains("/8 flipped") }.count == 7)
    #expect(run.lines.count == Self.outcomes.count + 7)
  }
}
