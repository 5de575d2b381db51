import CoreSeam
import MatterWire

/// A message that has been read, and in a secure session decrypted; its payload stands where it was
/// read.
struct InboundMessage: ~Escapable {
  let peer: PeerHandle
  let counter: UInt32
  let header: ProtocolHeader
  let payload: Span<UInt8>
  /// Local session id, 0 when unsecured.
  let session: UInt16
  /// Length of the datagram.
  let size: Int

  @_lifetime(copy payload)
  init(
    _ header: ProtocolHeader, payload: Span<UInt8>, of datagram: borrowing InboundDatagram,
    counter: UInt32, session: UInt16
  ) {
    peer = datagram.peer
    self.counter = counter
    self.header = header
    self.payload = payload
    self.session = session
    size = datagram.bytes.count
  }

  /// The side that this node has in the exchange.
  var role: Role { header.isFromInitiator ? .responder : .initiator }

  /// The message as one of the secure channel; `nil` for another protocol, or an opcode that the
  /// secure channel does not have.
  var secureChannelOpcode: SecureChannelOpcode? {
    guard isSecureChannel else { return nil }
    return SecureChannelOpcode(rawValue: header.opcode)
  }

  var isSecureChannel: Bool {
    guard vendorID == 0 else { return false }
    return header.protocolID == .secureChannel
  }

  var isStandaloneAcknowledgement: Bool {
    secureChannelOpcode == .standaloneAcknowledgement
  }

  /// Vendor id in the upper half, protocol id in the lower.
  var protocolID: UInt32 {
    UInt32(vendorID) &<< 16 | UInt32(header.protocolID.rawValue)
  }

  private var vendorID: UInt16 { header.vendorID ?? 0 }

  func report(_ fate: MessageFate) -> MessageReport {
    MessageReport(
      fate: fate, peer: peer, session: session, messageCounter: counter,
      exchange: header.exchangeID, protocolID: protocolID, opcode: header.opcode,
      acknowledgedCounter: header.acknowledgedCounter,
      needsAcknowledgement: header.needsAcknowledgement, byteCount: UInt16(size),
      transmission: 0)
  }
}
