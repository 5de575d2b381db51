/// The kinds of elements that hold other elements.
public enum TLVContainer: Equatable, Sendable {
  /// Every member has a tag.
  case structure
  /// No member has a tag.
  case array
  /// Members may have tags.
  case list
}

#if !hasFeature(Embedded)
  extension TLVContainer: CaseIterable {}
#endif
