/// A 64-bit node id, as it stands in message headers.
public struct NodeID: Equatable, Sendable {
  public let rawValue: UInt64

  public init(_ rawValue: UInt64) {
    self.rawValue = rawValue
  }
}
