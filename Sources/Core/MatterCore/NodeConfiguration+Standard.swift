import CoreSeam

extension NodeConfiguration {
  /// What holds until the host configures the node.
  static var standard: NodeConfiguration {
    NodeConfiguration(
      idleIntervalMilliseconds: 500, activeIntervalMilliseconds: 300,
      activeThresholdMilliseconds: 4000, dataModelRevision: 19, interactionModelRevision: 12,
      specificationVersion: 0x0104_0200, maxPathsPerInvoke: 1, reportsMessages: false)
  }

  /// Whether peers can retransmit by the intervals.
  var isValid: Bool {
    guard Self.intervals.contains(idleIntervalMilliseconds) else { return false }
    return Self.intervals.contains(activeIntervalMilliseconds)
  }

  private static var intervals: ClosedRange<UInt32> { 1...Limits.longestIntervalMilliseconds }
}
