import CoreSeam
import MatterWire

/// A message before it has a counter and, in a secure session, before it is encrypted.
struct OutgoingMessage {
  var exchangeID: UInt16
  /// The side that this node has in the exchange.
  var role: Role
  var protocolID: ProtocolID
  var opcode: UInt8
  var acknowledgedCounter: UInt32?
  var isReliable: Bool

  var header: ProtocolHeader {
    ProtocolHeader(
      exchangeID: exchangeID, opcode: opcode, protocolID: protocolID,
      isFromInitiator: role == .initiator, needsAcknowledgement: isReliable,
      acknowledgedCounter: acknowledgedCounter)
  }
}
