/// What can be wrong with a value that arrives by the canonical ABI, or one that is to leave by it.
public enum CanonicalError: Error, Equatable, Sendable {
  /// A list does not lie within the arena in which lists arrive.
  case listOutsideArena
  /// A list is longer than its type allows.
  case listTooLong
  /// The number that chooses a case chooses none.
  case unknownCase
  /// The arena has no room for one more list.
  case arenaFull
}

#if !hasFeature(Embedded)
  extension CanonicalError: CaseIterable {}
#endif
