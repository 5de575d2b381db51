/// Why bytes are not a TLV encoding.
public enum TLVError: Error, Equatable, Sendable {
  /// The input ends inside an element, or a string claims more bytes than there are.
  case truncated
  /// The element type is one of the undefined values 0x19...0x1F.
  case invalidType
  /// An end of container with a tag.
  case taggedEndOfContainer
  /// An end of container where no container is open.
  case endOutsideContainer
  /// The input ends with a container open.
  case missingEndOfContainer
  /// A member of a structure has no tag.
  case untaggedStructureMember
  /// A member of an array has a tag.
  case taggedArrayMember
  /// A context tag outside any container, where there is no context.
  case contextTagAtTopLevel
  /// A tag in the implicit profile: sender and receiver have agreed on none.
  case implicitTagWithoutProfile
  /// More than 16 containers inside one another.
  case tooDeep
}

#if !hasFeature(Embedded)
  extension TLVError: CaseIterable {}
#endif
