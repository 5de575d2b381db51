/// What happened to a datagram on the simulated wire.
public struct WireFate: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let lost = WireFate(rawValue: 1)
  public static let sentTwice = WireFate(rawValue: 2)
  public static let heldBack = WireFate(rawValue: 4)
  public static let corrupted = WireFate(rawValue: 8)
}
