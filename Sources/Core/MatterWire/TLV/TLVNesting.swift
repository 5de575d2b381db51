/// The containers that are open at one place of a TLV encoding, and what may stand there.
struct TLVNesting: Sendable {
  /// How many containers may be open inside one another. No message of the field comes near it.
  static var maximumDepth: Int { 16 }

  private var containers = [16 of TLVContainer](repeating: .structure)
  private(set) var depth = 0

  /// Why an element with this tag may not stand here, or nil if it may.
  func refusal(of tag: TLVTag) -> TLVError? {
    guard depth > 0 else { return Self.topLevelRefusal(of: tag) }
    switch containers[depth &- 1] {
    case .structure: return tag == .anonymous ? .untaggedStructureMember : nil
    case .array: return tag == .anonymous ? nil : .taggedArrayMember
    case .list: return nil
    }
  }

  /// - Throws: `tooDeep`.
  mutating func open(_ container: TLVContainer) throws(TLVError) {
    guard depth < Self.maximumDepth else { throw .tooDeep }
    containers[depth] = container
    depth += 1
  }

  /// - Throws: `endOutsideContainer`.
  mutating func close() throws(TLVError) {
    guard depth > 0 else { throw .endOutsideContainer }
    depth -= 1
  }

  private static func topLevelRefusal(of tag: TLVTag) -> TLVError? {
    switch tag {
    case .context: .contextTagAtTopLevel
    case .anonymous, .commonProfile, .fullyQualified: nil
    }
  }
}
