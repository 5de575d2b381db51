/// A message header and where the bytes behind it lie in the datagram it was read from.
public struct ParsedMessageHeader: Equatable, Sendable {
  public let header: MessageHeader

  /// Bytes from the flags through the destination. The first `headerLength` bytes of the datagram
  /// are the AAD of a secure message: message extensions are not authenticated.
  public let headerLength: Int

  /// Where the protocol header, encrypted or not, starts: `headerLength`, plus the extensions if
  /// there are any.
  public let payloadOffset: Int
}
