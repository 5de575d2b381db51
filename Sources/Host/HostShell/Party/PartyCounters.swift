/// What a party could not pass on.
public struct PartyCounters: Equatable, Sendable {
  /// Datagrams from peers kept from a core that did not keep up.
  public var congestionDrops = 0
  /// Datagrams from peers for whom the table had no place.
  public var peerTableDrops = 0
  /// Datagrams of the core for a peer that the table no longer knows.
  public var unknownPeerDrops = 0
  /// Datagrams of the core that the system refused to send.
  public var sendFailures = 0

  public init() {}
}
