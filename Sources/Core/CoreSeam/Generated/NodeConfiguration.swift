// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// The session parameters that the node announces about itself.
///
/// Spec: Matter Core, session parameters of PBKDFParamRequest and PBKDFParamResponse.
public struct NodeConfiguration: Equatable, Sendable {
  /// SII: how long a peer waits before it retransmits to this node while it is idle; 1...3,600,000.
  public var idleIntervalMilliseconds: UInt32
  /// SAI: the same while this node is active; 1...3,600,000.
  public var activeIntervalMilliseconds: UInt32
  /// SAT: how long this node stays active after it has sent or received.
  public var activeThresholdMilliseconds: UInt16
  /// Data model revision.
  public var dataModelRevision: UInt16
  /// Interaction model revision.
  public var interactionModelRevision: UInt16
  /// Specification version, a byte each for major, minor, dot and a reserved zero.
  public var specificationVersion: UInt32
  /// How many paths one invoke may carry.
  public var maxPathsPerInvoke: UInt16
  /// Whether each message is reported by a `messageProcessed` notice.
  public var reportsMessages: Bool

  public init(
    idleIntervalMilliseconds: UInt32,
    activeIntervalMilliseconds: UInt32,
    activeThresholdMilliseconds: UInt16,
    dataModelRevision: UInt16,
    interactionModelRevision: UInt16,
    specificationVersion: UInt32,
    maxPathsPerInvoke: UInt16,
    reportsMessages: Bool
  ) {
    self.idleIntervalMilliseconds = idleIntervalMilliseconds
    self.activeIntervalMilliseconds = activeIntervalMilliseconds
    self.activeThresholdMilliseconds = activeThresholdMilliseconds
    self.dataModelRevision = dataModelRevision
    self.interactionModelRevision = interactionModelRevision
    self.specificationVersion = specificationVersion
    self.maxPathsPerInvoke = maxPathsPerInvoke
    self.reportsMessages = reportsMessages
  }
}

extension NodeConfiguration: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    try idleIntervalMilliseconds.encode(into: &output)
    try activeIntervalMilliseconds.encode(into: &output)
    try activeThresholdMilliseconds.encode(into: &output)
    try dataModelRevision.encode(into: &output)
    try interactionModelRevision.encode(into: &output)
    try specificationVersion.encode(into: &output)
    try maxPathsPerInvoke.encode(into: &output)
    try reportsMessages.encode(into: &output)
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    idleIntervalMilliseconds = try UInt32(from: &reader)
    activeIntervalMilliseconds = try UInt32(from: &reader)
    activeThresholdMilliseconds = try UInt16(from: &reader)
    dataModelRevision = try UInt16(from: &reader)
    interactionModelRevision = try UInt16(from: &reader)
    specificationVersion = try UInt32(from: &reader)
    maxPathsPerInvoke = try UInt16(from: &reader)
    reportsMessages = try Bool(from: &reader)
  }
}
