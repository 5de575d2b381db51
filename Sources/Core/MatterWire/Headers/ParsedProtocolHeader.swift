/// A protocol header and where the payload behind it starts.
public struct ParsedProtocolHeader: Equatable, Sendable {
  public let header: ProtocolHeader

  /// Where the payload starts in the bytes the header was read from.
  public let payloadOffset: Int
}
