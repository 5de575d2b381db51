import MatterBytes

/// The header of the exchange layer: the first bytes of what is encrypted in a secure message.
///
/// Spec: Core 1.0 §4.4.3.
public struct ProtocolHeader: Equatable, Sendable {
  public var exchangeID: UInt16
  public var opcode: UInt8
  public var protocolID: ProtocolID

  /// The vendor of the protocol id, if the sender named one. Read only: it is never written.
  public let vendorID: UInt16?

  /// `I`: the sender started the exchange.
  public var isFromInitiator: Bool

  /// `R`: the sender retransmits until the message is acknowledged.
  public var needsAcknowledgement: Bool

  /// `A`: the counter of the message that this one acknowledges.
  public var acknowledgedCounter: UInt32?

  public init(
    exchangeID: UInt16, opcode: UInt8, protocolID: ProtocolID, isFromInitiator: Bool,
    needsAcknowledgement: Bool, acknowledgedCounter: UInt32? = nil
  ) {
    self.init(
      exchangeID: exchangeID, opcode: opcode, protocolID: protocolID, vendorID: nil,
      isFromInitiator: isFromInitiator, needsAcknowledgement: needsAcknowledgement,
      acknowledgedCounter: acknowledgedCounter)
  }

  /// Bytes of the longest header that is written: 6 fixed, and the acknowledged counter.
  public static var maximumLength: Int { 10 }

  /// Reads the header at the front of `message` and skips a block of secured extensions.
  ///
  /// Reserved bits are ignored. A vendor id is taken from before the protocol id; implementations
  /// disagree about its place, and no standard protocol has one.
  /// - Throws: `truncated`, `extensionsOverrun`.
  public static func parse(_ message: Span<UInt8>) throws(HeaderError) -> ParsedProtocolHeader {
    var input = HeaderInput(message)
    let flags = try input.read(UInt8.self)
    let opcode = try input.read(UInt8.self)
    let exchangeID = try input.read(UInt16.self)
    let vendorID = flags & vendorBit == 0 ? nil : try input.read(UInt16.self)
    let protocolID = ProtocolID(try input.read(UInt16.self))
    let acknowledged = flags & acknowledgementBit == 0 ? nil : try input.read(UInt32.self)
    if flags & extensionsBit != 0 { try input.skipExtensions() }
    return ParsedProtocolHeader(
      header: ProtocolHeader(
        exchangeID: exchangeID, opcode: opcode, protocolID: protocolID, vendorID: vendorID,
        isFromInitiator: flags & initiatorBit != 0,
        needsAcknowledgement: flags & reliabilityBit != 0, acknowledgedCounter: acknowledged),
      payloadOffset: input.offset)
  }

  /// Appends the header, for which there must be room: always without vendor id and extensions.
  public func write<let capacity: Int>(into bytes: inout BoundedBytes<capacity>) {
    bytes.add(flagsByte)
    bytes.add(opcode)
    bytes.add(littleEndian: exchangeID)
    bytes.add(littleEndian: protocolID.rawValue)
    if let acknowledgedCounter { bytes.add(littleEndian: acknowledgedCounter) }
  }

  private static var initiatorBit: UInt8 { 0x01 }
  private static var acknowledgementBit: UInt8 { 0x02 }
  private static var reliabilityBit: UInt8 { 0x04 }
  private static var extensionsBit: UInt8 { 0x08 }
  private static var vendorBit: UInt8 { 0x10 }

  private var flagsByte: UInt8 {
    let initiator = isFromInitiator ? Self.initiatorBit : 0
    let acknowledgement = acknowledgedCounter == nil ? 0 : Self.acknowledgementBit
    let reliability = needsAcknowledgement ? Self.reliabilityBit : 0
    return initiator | acknowledgement | reliability
  }

  private init(
    exchangeID: UInt16, opcode: UInt8, protocolID: ProtocolID, vendorID: UInt16?,
    isFromInitiator: Bool, needsAcknowledgement: Bool, acknowledgedCounter: UInt32?
  ) {
    self.exchangeID = exchangeID
    self.opcode = opcode
    self.protocolID = protocolID
    self.vendorID = vendorID
    self.isFromInitiator = isFromInitiator
    self.needsAcknowledgement = needsAcknowledgement
    self.acknowledgedCounter = acknowledgedCounter
  }
}
