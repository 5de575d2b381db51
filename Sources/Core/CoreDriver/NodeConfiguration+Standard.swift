public import CoreSeam

extension NodeConfiguration {
  /// What the nodes of this tool announce: the intervals that hold by default, and the revisions of
  /// Matter 1.4.2.
  public static func standard(reportsMessages: Bool) -> NodeConfiguration {
    NodeConfiguration(
      idleIntervalMilliseconds: 500, activeIntervalMilliseconds: 300,
      activeThresholdMilliseconds: 4000, dataModelRevision: 19, interactionModelRevision: 12,
      specificationVersion: 0x0104_0200, maxPathsPerInvoke: 1, reportsMessages: reportsMessages)
  }
}
