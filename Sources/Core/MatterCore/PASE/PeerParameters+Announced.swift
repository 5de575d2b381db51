import CoreSeam
import MatterWire

extension PeerParameters {
  /// What holds for a peer that announces nothing.
  ///
  /// Spec: Matter Core, session parameters, defaults.
  static var defaults: PeerParameters {
    PeerParameters(
      idleIntervalMilliseconds: 500, activeIntervalMilliseconds: 300,
      activeThresholdMilliseconds: 4000)
  }

  /// What the peer announces, with defaults for what it leaves out. An interval of 0 counts as left
  /// out, one of more than an hour as an hour.
  init(announced: SessionParameters?) {
    self = .defaults
    guard let announced else { return }
    if let idle = Self.usable(announced.idleIntervalMilliseconds) {
      idleIntervalMilliseconds = idle
    }
    if let active = Self.usable(announced.activeIntervalMilliseconds) {
      activeIntervalMilliseconds = active
    }
    if let threshold = announced.activeThresholdMilliseconds {
      activeThresholdMilliseconds = threshold
    }
  }

  private static func usable(_ interval: UInt32?) -> UInt32? {
    guard let interval else { return nil }
    guard interval > 0 else { return nil }
    return min(interval, Limits.longestIntervalMilliseconds)
  }
}

extension SessionParameters {
  /// What this node announces.
  init(of configuration: NodeConfiguration) {
    self.init(
      idleIntervalMilliseconds: configuration.idleIntervalMilliseconds,
      activeIntervalMilliseconds: configuration.activeIntervalMilliseconds,
      activeThresholdMilliseconds: configuration.activeThresholdMilliseconds,
      dataModelRevision: configuration.dataModelRevision,
      interactionModelRevision: configuration.interactionModelRevision,
      specificationVersion: configuration.specificationVersion,
      maxPathsPerInvoke: configuration.maxPathsPerInvoke)
  }
}
