import CoreDriver
import MatterWire
import Testing

/// Random trees of all element types, judged by an encoder of the tests' own.
struct TLVTreeTests {
  @Test func aTreeReadsBack() throws {
    let seed: UInt64 = 0x71_7265_6532
    var generator = SplitMix64(seed: seed)
    for run in 0..<2000 {
      let tree = generator.tree()
      #expect(try readTrees(tree.encoded) == [tree], "seed \(seed) run \(run)")
    }
  }

  @Test func wideEncodingsReadTheSame() throws {
    let seed: UInt64 = 0x71_7265_6533
    var generator = SplitMix64(seed: seed)
    for run in 0..<2000 {
      let tree = generator.tree()
      var plain = PlainTLVEncoder(widths: SplitMix64(seed: generator.next()))
      let trees = try readTrees(plain.encode(tree))
      #expect(trees == [tree], "seed \(seed) run \(run)")
    }
  }

  @Test func aTreeIsSkippedInAsManyStepsAsItHasElementsAndEnds() throws {
    let seed: UInt64 = 0x71_7265_6534
    var generator = SplitMix64(seed: seed)
    for run in 0..<500 {
      let tree = generator.tree()
      let bytes = tree.encoded
      var reader = TLVReader(bytes.span)
      let first = try #require(try reader.next())
      try reader.skipValue(of: first)
      #expect(reader.offset == bytes.count, "seed \(seed) run \(run)")
      #expect(reader.stepCount == steps(in: tree), "seed \(seed) run \(run)")
    }
  }

  private func steps(in node: TLVNode) -> Int {
    guard case .container(_, let members) = node.content else { return 1 }
    return 2 + members.map { steps(in: $0) }.reduce(0, +)
  }
}

extension SplitMix64 {
  /// A tree that a TLV encoding can hold, in at most 12 KB.
  fileprivate mutating func tree() -> TLVNode {
    var budget = 40
    return node(tag(in: nil), depth: 0, budget: &budget)
  }

  private mutating func node(_ tag: TLVTag, depth: Int, budget: inout Int) -> TLVNode {
    budget -= 1
    let kinds = depth < 16 ? 0...10 : 0...7
    switch Int.random(in: kinds, using: &self) {
    case 0: return TLVNode(tag, .signed(Int64(bitPattern: next()) >> shift()))
    case 1: return TLVNode(tag, .unsigned(next() >> shift()))
    case 2: return TLVNode(tag, .bool(Bool.random(using: &self)))
    case 3: return TLVNode(tag, .float32(UInt32(truncatingIfNeeded: next())))
    case 4: return TLVNode(tag, .float64(next()))
    case 5: return TLVNode(tag, .utf8(bytes(Int.random(in: 0...300, using: &self))))
    case 6: return TLVNode(tag, .octets(bytes(Int.random(in: 0...300, using: &self))))
    case 7: return TLVNode(tag, .null)
    default:
      let kind = TLVContainer.allCases.randomElement(using: &self)!
      var members: [TLVNode] = []
      for _ in 0..<Int.random(in: 0...6, using: &self) where budget > 0 {
        members.append(node(self.tag(in: kind), depth: depth + 1, budget: &budget))
      }
      return TLVNode(tag, .container(kind, members))
    }
  }

  /// A tag that may stand in a container of `kind`, or at the top.
  private mutating func tag(in kind: TLVContainer?) -> TLVTag {
    if kind == .array { return .anonymous }
    let number = UInt32(truncatingIfNeeded: next()) >> (Bool.random(using: &self) ? 16 : 0)
    var tags: [TLVTag] = [
      .commonProfile(number),
      .fullyQualified(
        vendor: UInt16(truncatingIfNeeded: next()), profile: UInt16(truncatingIfNeeded: next()),
        number: number),
    ]
    if kind != .structure { tags.append(.anonymous) }
    if kind != nil { tags.append(.context(UInt8(truncatingIfNeeded: next()))) }
    return tags.randomElement(using: &self)!
  }

  /// So that all widths come up.
  private mutating func shift() -> UInt64 { UInt64.random(in: 0...63, using: &self) }
}
