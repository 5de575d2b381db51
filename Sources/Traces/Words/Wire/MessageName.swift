import MatterWire

/// The names of messages as tables and logs show them.
public enum MessageName {
  /// - Parameter protocolID: vendor id in the upper 16 bits, protocol id in the lower.
  public static func of(protocolID: UInt32, opcode: UInt8) -> String {
    let secureChannel = UInt32(ProtocolID.secureChannel.rawValue)
    switch (protocolID, opcode) {
    case (secureChannel, _):
      if let known = SecureChannelOpcode(rawValue: opcode) { return "\(known.name)" }
    case (UInt32(Echo.protocolID), Echo.requestOpcode): return "EchoRequest"
    case (UInt32(Echo.protocolID), Echo.responseOpcode): return "EchoResponse"
    default: break
    }
    return "\(protocolName(protocolID)) 0x" + String(opcode, radix: 16)
  }

  /// - Parameter header: whatever vendor and protocol it names.
  package static func of(_ header: ProtocolHeader) -> String {
    of(
      protocolID: UInt32(header.vendorID ?? 0) << 16 | UInt32(header.protocolID.rawValue),
      opcode: header.opcode)
  }

  private static func protocolName(_ id: UInt32) -> String {
    if let standard = UInt16(exactly: id), let name = ProtocolID(standard).name { return "\(name)" }
    return "protocol 0x" + String(id, radix: 16)
  }
}
