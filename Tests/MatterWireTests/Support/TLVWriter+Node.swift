import MatterBytes
import MatterWire

extension TLVWriter {
  /// Writes a whole tree.
  mutating func write(_ node: TLVNode) throws(ByteError) {
    switch node.content {
    case .signed(let value): try write(signed: value, tag: node.tag)
    case .unsigned(let value): try write(unsigned: value, tag: node.tag)
    case .bool(let value): try write(bool: value, tag: node.tag)
    case .float32(let bits): try write(float32BitPattern: bits, tag: node.tag)
    case .float64(let bits): try write(float64BitPattern: bits, tag: node.tag)
    case .utf8(let bytes): try write(utf8: bytes.span, tag: node.tag)
    case .octets(let bytes): try write(octets: bytes.span, tag: node.tag)
    case .null: try writeNull(tag: node.tag)
    case .container(let kind, let members):
      try startContainer(kind, tag: node.tag)
      for member in members { try write(member) }
      try endContainer()
    }
  }
}

/// The bytes that the writer under test makes of `node`.
func writtenTLV(_ node: TLVNode) throws -> [UInt8] {
  var writer = TLVWriter<16384>()
  try writer.write(node)
  return Array(writer.finish().span)
}
