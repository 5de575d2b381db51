/// Why the bytes are not a message header or a protocol header.
public enum HeaderError: Error, Equatable, Sendable {
  /// The input ends before the header does.
  case truncated
  /// The message format version is not 0.
  case unsupportedVersion
  /// The destination size is the reserved value 3.
  case reservedDestination
  /// The session type is one of the reserved values 2 and 3.
  case reservedSessionType
  /// An extension block (`MX` or `SX`) claims more bytes than there are.
  case extensionsOverrun
}

#if !hasFeature(Embedded)
  extension HeaderError: CaseIterable {}
#endif
