import MatterBytes

/// The unencrypted header in front of every message.
///
/// Spec: Core 1.0 §4.4.1.
public struct MessageHeader: Equatable, Sendable {
  /// The receiver's id for the session; 0 with session type unicast is an unsecured message.
  public var sessionID: UInt16
  public var securityFlags: SecurityFlags
  public var messageCounter: UInt32
  public var source: NodeID?
  public var destination: Destination

  public init(
    sessionID: UInt16, securityFlags: SecurityFlags = SecurityFlags(sessionType: .unicast),
    messageCounter: UInt32, source: NodeID? = nil, destination: Destination = .none
  ) {
    self.sessionID = sessionID
    self.securityFlags = securityFlags
    self.messageCounter = messageCounter
    self.source = source
    self.destination = destination
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
    let destination = try parseDestination(size: flags & destinationSizeBits, from: &input)
    let headerLength = input.offset
    if securityFlags.hasExtensions { try input.skipExtensions() }
    return ParsedMessageHeader(
      header: MessageHeader(
        sessionID: sessionID, securityFlags: securityFlags, messageCounter: messageCounter,
        source: source, destination: destination),
      headerLength: headerLength, payloadOffset: input.offset)
  }

  /// Appends the header. Of the security flags only session type and `C` are written: never
  /// extensions, privacy or reserved bits.
  /// - Throws: `capacityExceeded`, and `bytes` is then unchanged.
  public func write<let capacity: Int>(
    into bytes: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    var header = BoundedBytes<24>()
    try header.append(flagsByte)
    try header.append(littleEndian: sessionID)
    try header.append(securityFlags.sendable)
    try header.append(littleEndian: messageCounter)
    if let source { try header.append(littleEndian: source.rawValue) }
    switch destination {
    case .none: break
    case .node(let id): try header.append(littleEndian: id.rawValue)
    case .group(let id): try header.append(littleEndian: id)
    }
    try bytes.append(contentsOf: header.span)
  }

  private static var versionBits: UInt8 { 0xF0 }
  private static var sourceBit: UInt8 { 0x04 }
  private static var destinationSizeBits: UInt8 { 0x03 }
  private static var nodeDestinationSize: UInt8 { 1 }
  private static var groupDestinationSize: UInt8 { 2 }
  private static var reservedDestinationSize: UInt8 { 3 }

  private var flagsByte: UInt8 {
    let sourceFlag = source == nil ? 0 : Self.sourceBit
    switch destination {
    case .none: return sourceFlag
    case .node: return sourceFlag | Self.nodeDestinationSize
    case .group: return sourceFlag | Self.groupDestinationSize
    }
  }

  private static func parseDestination(
    size: UInt8, from input: inout HeaderInput
  ) throws(HeaderError) -> Destination {
    if size == nodeDestinationSize { return .node(NodeID(try input.read(UInt64.self))) }
    if size == groupDestinationSize { return .group(try input.read(UInt16.self)) }
    return .none
  }
}
