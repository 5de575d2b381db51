import MatterBytes

/// The unencrypted header in front of every message.
///
/// Spec: Core 1.0 §4.4.1.
public struct MessageHeader: Equatable, Sendable {
  /// The receiver's id for the session; 0 with session type unicast is an unsecured message.
  public var sessionID: UInt16
  public let securityFlags: SecurityFlags
  public var messageCounter: UInt32
  public var source: NodeID?
  public var destination: NodeID?

  /// The group that is to receive the message, if the sender named one instead of a node. Read only:
  /// it is never written.
  public let destinationGroup: UInt16?

  /// The header of a unicast message.
  public init(
    sessionID: UInt16, messageCounter: UInt32, source: NodeID? = nil, destination: NodeID? = nil
  ) {
    self.init(
      sessionID: sessionID, securityFlags: .unicast, messageCounter: messageCounter,
      source: source, destination: destination, destinationGroup: nil)
  }

  /// Bytes of the longest header that is written: 8 fixed, and two node ids.
  public static var maximumLength: Int { 24 }

  /// Reads the header at the front of `datagram` and skips a block of message extensions.
  ///
  /// Reserved bits are ignored. The privacy bit is reported, not acted on.
  /// - Throws: `HeaderError`, every case of it.
  public static func parse(_ datagram: Span<UInt8>) throws(HeaderError) -> ParsedMessageHeader {
    var input = HeaderInput(datagram)
    let flags = try input.read(UInt8.self)
    guard flags & versionBits == 0 else { throw .unsupportedVersion }
    guard flags & destinationSizeBits != reservedDestinationSize else { throw .reservedDestination }
    let sessionID = try input.read(UInt16.self)
    let securityFlags = try SecurityFlags(parsing: input.read(UInt8.self))
    let messageCounter = try input.read(UInt32.self)
    let source = flags & sourceBit == 0 ? nil : NodeID(try input.read(UInt64.self))
    let size = flags & destinationSizeBits
    let destination = size == nodeDestinationSize ? NodeID(try input.read(UInt64.self)) : nil
    let group = size == groupDestinationSize ? try input.read(UInt16.self) : nil
    let headerLength = input.offset
    if securityFlags.hasExtensions { try input.skipExtensions() }
    return ParsedMessageHeader(
      header: MessageHeader(
        sessionID: sessionID, securityFlags: securityFlags, messageCounter: messageCounter,
        source: source, destination: destination, destinationGroup: group),
      headerLength: headerLength, payloadOffset: input.offset)
  }

  /// Appends the header, for which there must be room: always of a unicast message, without
  /// extensions, privacy, group or reserved bits.
  public func write<let capacity: Int>(into bytes: inout BoundedBytes<capacity>) {
    bytes.add(flagsByte)
    bytes.add(littleEndian: sessionID)
    bytes.add(SecurityFlags.unicast.rawValue)
    bytes.add(littleEndian: messageCounter)
    if let source { bytes.add(littleEndian: source.rawValue) }
    if let destination { bytes.add(littleEndian: destination.rawValue) }
  }

  private static var versionBits: UInt8 { 0xF0 }
  private static var sourceBit: UInt8 { 0x04 }
  private static var destinationSizeBits: UInt8 { 0x03 }
  private static var nodeDestinationSize: UInt8 { 1 }
  private static var groupDestinationSize: UInt8 { 2 }
  private static var reservedDestinationSize: UInt8 { 3 }

  private var flagsByte: UInt8 {
    let sourceFlag = source == nil ? 0 : Self.sourceBit
    return sourceFlag | (destination == nil ? 0 : Self.nodeDestinationSize)
  }

  private init(
    sessionID: UInt16, securityFlags: SecurityFlags, messageCounter: UInt32, source: NodeID?,
    destination: NodeID?, destinationGroup: UInt16?
  ) {
    self.sessionID = sessionID
    self.securityFlags = securityFlags
    self.messageCounter = messageCounter
    self.source = source
    self.destination = destination
    self.destinationGroup = destinationGroup
  }
}
