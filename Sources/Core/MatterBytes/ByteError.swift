/// What can go wrong with the lengths of bytes.
public enum ByteError: Error, Equatable, Sendable {
  /// The input ends before the value does.
  case truncated
  /// The storage is too small for the value.
  case capacityExceeded
}

#if !hasFeature(Embedded)
  extension ByteError: CaseIterable {}
#endif
