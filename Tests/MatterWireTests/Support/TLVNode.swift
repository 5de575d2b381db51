import MatterWire

/// A TLV element as a tree, the tests' own picture of an encoding.
struct TLVNode: Equatable, Sendable {
  var tag: TLVTag
  var content: Content

  indirect enum Content: Equatable, Sendable {
    case signed(Int64)
    case unsigned(UInt64)
    case bool(Bool)
    case float32(UInt32)
    case float64(UInt64)
    case utf8([UInt8])
    case octets([UInt8])
    case null
    case container(TLVContainer, [TLVNode])
  }

  init(_ tag: TLVTag, _ content: Content) {
    self.tag = tag
    self.content = content
  }

  static func structure(_ members: [TLVNode], tag: TLVTag = .anonymous) -> TLVNode {
    TLVNode(tag, .container(.structure, members))
  }

  static func array(_ members: [TLVNode], tag: TLVTag = .anonymous) -> TLVNode {
    TLVNode(tag, .container(.array, members))
  }

  static func list(_ members: [TLVNode], tag: TLVTag = .anonymous) -> TLVNode {
    TLVNode(tag, .container(.list, members))
  }
}

/// All elements of `bytes`, read to the end.
func readTrees(_ bytes: [UInt8]) throws(TLVError) -> [TLVNode] {
  var reader = TLVReader(bytes.span)
  // The members of each open container, the outermost first; and the elements that hold them.
  var members: [[TLVNode]] = [[]]
  var open: [(TLVTag, TLVContainer)] = []
  while let element = try reader.next() {
    let content: TLVNode.Content
    var tag = element.tag
    switch element.value {
    case .signed(let value): content = .signed(value)
    case .unsigned(let value): content = .unsigned(value)
    case .bool(let value): content = .bool(value)
    case .float32(let bits): content = .float32(bits)
    case .float64(let bits): content = .float64(bits)
    case .utf8(let range): content = .utf8(Array(reader.bytes(in: range)))
    case .octets(let range): content = .octets(Array(reader.bytes(in: range)))
    case .null: content = .null
    case .containerStart(let kind):
      open.append((tag, kind))
      members.append([])
      continue
    case .containerEnd:
      let (ownTag, kind) = open.removeLast()
      tag = ownTag
      content = .container(kind, members.removeLast())
    }
    members[members.count - 1].append(TLVNode(tag, content))
  }
  return members[0]
}
