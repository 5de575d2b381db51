import CoreSeam
import MatterBytes
import TraceFormat

/// What an engine tells the host beside what the core says: a frame of a port that no core has.
package enum EngineReport: Equatable, Sendable {
  /// SHA-256 of the module that it has loaded, 32 bytes. It comes once, before anything else.
  case loaded(hash: [UInt8])
  /// A step has ended.
  case endedStep(StepReport)

  /// Stands where other frames have their port.
  private static let loadedTag: UInt8 = 0xE1
  private static let hashSize = 32

  /// The report in a frame.
  package var frame: [UInt8] {
    switch self {
    case .loaded(let hash): return [0, 0, 0, UInt8(hash.count + 1), Self.loadedTag] + hash
    case .endedStep(let step):
      let frame = step.frame
      return (0..<frame.count).map { frame[$0] }
    }
  }

  /// The report that a frame's body holds; nil when it holds something else.
  package init?(frameBody: Span<UInt8>) {
    if let step = StepReport(frameBody: frameBody) {
      self = .endedStep(step)
    } else {
      guard frameBody.count == Self.hashSize + 1, frameBody[0] == Self.loadedTag else { return nil }
      self = .loaded(hash: (1..<frameBody.count).map { frameBody[$0] })
    }
  }
}
