import CoreDriver
import MatterWire

/// A TLV encoder for all that the reader takes, written from the table of types and tag forms alone.
/// It can make integers, lengths and tags wider than need be.
struct PlainTLVEncoder {
  /// Where the widths come from; the narrowest ones if there is none.
  var widths: SplitMix64?

  mutating func encode(_ node: TLVNode) -> [UInt8] {
    switch node.content {
    case .signed(let value):
      let width = width((0...3).first { fits(value, $0) }!...3)
      return head(node.tag, UInt8(width)) + little(UInt64(bitPattern: value), width)
    case .unsigned(let value):
      let width = width(narrowest(value)...3)
      return head(node.tag, 4 + UInt8(width)) + little(value, width)
    case .bool(let value): return head(node.tag, value ? 9 : 8)
    case .float32(let bits): return head(node.tag, 0x0A) + little(UInt64(bits), 2)
    case .float64(let bits): return head(node.tag, 0x0B) + little(bits, 3)
    case .utf8(let bytes): return string(node.tag, 0x0C, bytes)
    case .octets(let bytes): return string(node.tag, 0x10, bytes)
    case .null: return head(node.tag, 0x14)
    case .container(let kind, let members):
      let type: UInt8 = [.structure: 0x15, .array: 0x16, .list: 0x17][kind]!
      var bytes = head(node.tag, type)
      for member in members { bytes += encode(member) }
      return bytes + [0x18]
    }
  }

  private mutating func string(_ tag: TLVTag, _ type: UInt8, _ bytes: [UInt8]) -> [UInt8] {
    let width = width(narrowest(UInt64(bytes.count))...3)
    return head(tag, type + UInt8(width)) + little(UInt64(bytes.count), width) + bytes
  }

  private mutating func head(_ tag: TLVTag, _ type: UInt8) -> [UInt8] {
    switch tag {
    case .anonymous: return [type]
    case .context(let number): return [0x20 | type, number]
    case .commonProfile(let number):
      let width = tagWidth(number)
      return [(width == 1 ? 0x40 : 0x60) | type] + little(UInt64(number), width)
    case .fullyQualified(let vendor, let profile, let number):
      let width = tagWidth(number)
      return [(width == 1 ? 0xC0 : 0xE0) | type] + little(UInt64(vendor), 1)
        + little(UInt64(profile), 1) + little(UInt64(number), width)
    }
  }

  private mutating func tagWidth(_ number: UInt32) -> Int { width((number < 65536 ? 1 : 2)...2) }

  /// One of the widths that fit, 0...3 for 1, 2, 4 and 8 bytes.
  private mutating func width(_ fitting: ClosedRange<Int>) -> Int {
    guard widths != nil else { return fitting.lowerBound }
    return Int.random(in: fitting, using: &widths!)
  }

  private func narrowest(_ value: UInt64) -> Int {
    (0...2).first { value >> UInt64(8 << $0) == 0 } ?? 3
  }

  private func fits(_ value: Int64, _ width: Int) -> Bool {
    guard width < 3 else { return true }
    let half = Int64(1) << Int64((8 << width) - 1)
    return (-half..<half).contains(value)
  }

  private func little(_ value: UInt64, _ width: Int) -> [UInt8] {
    (0..<(1 << width)).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
  }
}
