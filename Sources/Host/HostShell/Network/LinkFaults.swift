/// What goes wrong with the datagrams that a party sends.
public struct LinkFaults: Equatable, Sendable {
  /// How probable it is that a datagram is lost, 0...1.
  public var drop: Double
  /// How probable it is that it arrives twice.
  public var duplicate: Double
  /// How probable it is that it is held back for a while, so that a later one overtakes it.
  public var reorder: Double
  /// How probable it is that one of its bits is inverted.
  public var corrupt: Double
  /// How long every datagram is under way, in milliseconds.
  public var delayMilliseconds: UInt32

  public init(
    drop: Double = 0, duplicate: Double = 0, reorder: Double = 0, corrupt: Double = 0,
    delayMilliseconds: UInt32 = 0
  ) {
    self.drop = drop
    self.duplicate = duplicate
    self.reorder = reorder
    self.corrupt = corrupt
    self.delayMilliseconds = delayMilliseconds
  }

  /// A wire on which nothing goes wrong.
  public static let none = LinkFaults()
}
