/// The session types that a message can belong to.
public enum SessionType: UInt8, Equatable, Sendable {
  case unicast = 0
  case group = 1
}

/// The security flags byte of a message header.
///
/// The byte is kept as it was received, reserved bits included, because it goes into the nonce.
///
/// Spec: Core 1.0 §4.4.1.
public struct SecurityFlags: Equatable, Sendable {
  /// The byte as on the wire.
  public let rawValue: UInt8

  public let sessionType: SessionType

  /// Of a message in a session of two nodes, and nothing special about it.
  public static var unicast: SecurityFlags { SecurityFlags(.unicast, rawValue: 0) }

  /// - Throws: `reservedSessionType` for session types 2 and 3. Reserved bits are accepted.
  init(parsing byte: UInt8) throws(HeaderError) {
    guard let type = SessionType(rawValue: byte & Self.sessionTypeBits) else {
      throw .reservedSessionType
    }
    self.init(type, rawValue: byte)
  }

  private init(_ type: SessionType, rawValue: UInt8) {
    sessionType = type
    self.rawValue = rawValue
  }

  /// `P`: counter and addresses are obfuscated, so what the header says of them is not to be used.
  public var hasPrivacy: Bool { rawValue & Self.privacyBit != 0 }

  /// `MX`: a block of message extensions follows the addresses.
  public var hasExtensions: Bool { rawValue & Self.extensionsBit != 0 }

  private static var privacyBit: UInt8 { 0x80 }
  private static var extensionsBit: UInt8 { 0x20 }
  private static var sessionTypeBits: UInt8 { 0x03 }
}
