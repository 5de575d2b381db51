import MatterBytes

/// What an engine tells the host beside what the core says: a frame of a port that no core has.
package enum EngineReport: Equatable, Sendable {
  /// SHA-256 of the module that it has loaded, 32 bytes. It comes once, before anything else.
  case loaded(hash: [UInt8])
  /// The fuel that a step used. There is one report for each step, in their order, after what the
  /// step has emitted.
  case used(fuel: UInt64)

  /// Between the tags of the core's ports and their end.
  private enum Tag {
    static let used: UInt8 = 0xE0
    static let loaded: UInt8 = 0xE1
  }

  private static let hashSize = 32

  /// The report in a frame.
  package var frame: [UInt8] {
    switch self {
    case .loaded(let hash): Self.frame(Tag.loaded, hash)
    case .used(let fuel):
      Self.frame(Tag.used, (0..<8).map { UInt8(truncatingIfNeeded: fuel >> UInt64(8 * $0)) })
    }
  }

  private static func frame(_ tag: UInt8, _ value: [UInt8]) -> [UInt8] {
    [0, 0, 0, UInt8(value.count + 1), tag] + value
  }

  /// The report that a frame's body holds; nil when it holds something else.
  package init?(frameBody: Span<UInt8>) {
    guard !frameBody.isEmpty else { return nil }
    let value = frameBody.extracting(droppingFirst: 1)
    switch (frameBody[0], value.count) {
    case (Tag.loaded, Self.hashSize):
      self = .loaded(hash: value.indices.map { value[$0] })
    case (Tag.used, 8):
      self = .used(fuel: value.indices.reduce(0) { $0 | UInt64(value[$1]) << UInt64(8 * $1) })
    default: return nil
    }
  }
}
