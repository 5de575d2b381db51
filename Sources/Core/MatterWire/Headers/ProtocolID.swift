/// Which protocol a message's opcode belongs to.
public struct ProtocolID: Equatable, Sendable {
  public let rawValue: UInt16

  public init(_ rawValue: UInt16) {
    self.rawValue = rawValue
  }

  public static var secureChannel: ProtocolID { ProtocolID(0) }
  public static var interactionModel: ProtocolID { ProtocolID(1) }
  public static var bdx: ProtocolID { ProtocolID(2) }
  public static var userDirectedCommissioning: ProtocolID { ProtocolID(3) }
  public static var testing: ProtocolID { ProtocolID(4) }
}
