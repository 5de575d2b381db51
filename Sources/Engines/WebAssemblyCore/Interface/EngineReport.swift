import MatterBytes

/// What an engine tells the host beside what the core says: a frame of a port that no core has.
package struct EngineReport: Equatable, Sendable {
  /// The fuel that a step used. There is one report for each step, in their order, after what the
  /// step has emitted.
  package let fuel: UInt64

  /// Between the tags of the core's ports and their end.
  package static let tag: UInt8 = 0xE0

  package init(fuel: UInt64) {
    self.fuel = fuel
  }

  /// The report in a frame.
  package var frame: [UInt8] {
    [0, 0, 0, 9, Self.tag] + (0..<8).map { UInt8(truncatingIfNeeded: fuel >> UInt64(8 * $0)) }
  }

  /// The report that a frame's body holds; nil when it holds something else.
  package init?(frameBody: Span<UInt8>) {
    guard frameBody.count == 9, frameBody[0] == Self.tag else { return nil }
    var fuel: UInt64 = 0
    for index in 1..<9 { fuel |= UInt64(frameBody[index]) << UInt64(8 * (index - 1)) }
    self.init(fuel: fuel)
  }
}
