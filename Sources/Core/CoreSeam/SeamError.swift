/// What can be wrong with a frame.
public enum SeamError: Error, Equatable, Sendable {
  /// The frame's length is 0: a frame holds at least its port.
  case emptyFrame
  /// The frame's length is above `Frame.largestBody`.
  case oversizedFrame
  /// The first byte of the frame names no port of this direction.
  case unknownPort
  /// The frame ends before its value does.
  case truncated
  /// Bytes are left after the value.
  case trailingBytes
  /// A byte string is longer than its type allows.
  case tooLong
  /// The byte that chooses a case, a flag or an enumeration chooses none.
  case unknownCase
}

#if !hasFeature(Embedded)
  extension SeamError: CaseIterable {}
#endif
