/// A 64-bit node id, as it stands in message headers.
public struct NodeID: Equatable, Sendable {
  public let rawValue: UInt64

  public init(_ rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The id that PASE sessions put into nonces, in both directions.
  public static var unspecified: NodeID { NodeID(0) }

  /// Whether the id is in the operational range 1...0xFFFF_FFEF_FFFF_FFFF, from which ephemeral
  /// initiator ids are drawn too.
  public var isOperational: Bool {
    guard rawValue >= 1 else { return false }
    return rawValue <= 0xFFFF_FFEF_FFFF_FFFF
  }
}
