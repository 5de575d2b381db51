import MatterBytes

/// What a node tells its peer about itself when a session is made. Every field can be absent.
public struct SessionParameters: Equatable, Sendable {
  /// Base retransmission interval towards the node while it is idle, in ms; 500 when absent.
  public var idleIntervalMilliseconds: UInt32?
  /// The same while it is active; 300 when absent.
  public var activeIntervalMilliseconds: UInt32?
  /// How long the node stays active after it received something, in ms; 4000 when absent.
  public var activeThresholdMilliseconds: UInt16?
  public var dataModelRevision: UInt16?
  public var interactionModelRevision: UInt16?
  /// One byte each, from the top: major, minor, patch, reserved. Below 1.3 when absent.
  public var specificationVersion: UInt32?
  /// 1 when absent.
  public var maxPathsPerInvoke: UInt16?
  /// Bit 1 TCP client, bit 2 TCP server; UDP only when absent.
  public var supportedTransports: UInt16?
  /// In bytes; 64000 when absent.
  public var maxTCPMessageSize: UInt32?

  public init(
    idleIntervalMilliseconds: UInt32? = nil, activeIntervalMilliseconds: UInt32? = nil,
    activeThresholdMilliseconds: UInt16? = nil, dataModelRevision: UInt16? = nil,
    interactionModelRevision: UInt16? = nil, specificationVersion: UInt32? = nil,
    maxPathsPerInvoke: UInt16? = nil, supportedTransports: UInt16? = nil,
    maxTCPMessageSize: UInt32? = nil
  ) {
    self.idleIntervalMilliseconds = idleIntervalMilliseconds
    self.activeIntervalMilliseconds = activeIntervalMilliseconds
    self.activeThresholdMilliseconds = activeThresholdMilliseconds
    self.dataModelRevision = dataModelRevision
    self.interactionModelRevision = interactionModelRevision
    self.specificationVersion = specificationVersion
    self.maxPathsPerInvoke = maxPathsPerInvoke
    self.supportedTransports = supportedTransports
    self.maxTCPMessageSize = maxTCPMessageSize
  }

  /// Nil when the message has none.
  init?(optionalIn message: inout PASEStructureReader) throws(PASEMessageError) {
    guard var fields = try message.enter(.sessionParameters) else { return nil }
    idleIntervalMilliseconds = try fields.optionalUnsigned(.idleInterval)
    activeIntervalMilliseconds = try fields.optionalUnsigned(.activeInterval)
    activeThresholdMilliseconds = try fields.optionalUnsigned(.activeThreshold)
    dataModelRevision = try fields.optionalUnsigned(.dataModelRevision)
    interactionModelRevision = try fields.optionalUnsigned(.interactionModelRevision)
    specificationVersion = try fields.optionalUnsigned(.specificationVersion)
    maxPathsPerInvoke = try fields.optionalUnsigned(.maxPathsPerInvoke)
    supportedTransports = try fields.optionalUnsigned(.supportedTransports)
    maxTCPMessageSize = try fields.optionalUnsigned(.maxTCPMessageSize)
    try message.leave(fields)
  }

  /// Writes the parameters, if the message has them.
  static func write<let capacity: Int>(
    _ parameters: SessionParameters?, into writer: inout TLVWriter<capacity>
  ) {
    guard let parameters else { return }
    writer.startStructure(as: .sessionParameters)
    writer.write(parameters.idleIntervalMilliseconds, as: .idleInterval)
    writer.write(parameters.activeIntervalMilliseconds, as: .activeInterval)
    writer.write(parameters.activeThresholdMilliseconds, as: .activeThreshold)
    writer.write(parameters.dataModelRevision, as: .dataModelRevision)
    writer.write(parameters.interactionModelRevision, as: .interactionModelRevision)
    writer.write(parameters.specificationVersion, as: .specificationVersion)
    writer.write(parameters.maxPathsPerInvoke, as: .maxPathsPerInvoke)
    writer.write(parameters.supportedTransports, as: .supportedTransports)
    writer.write(parameters.maxTCPMessageSize, as: .maxTCPMessageSize)
    writer.endStructure()
  }
}

extension TLVWriter {
  fileprivate mutating func write<Value: FixedWidthInteger & UnsignedInteger>(
    _ value: Value?, as field: PASEField
  ) {
    guard let value else { return }
    write(unsigned: UInt32(value), as: field)
  }
}
