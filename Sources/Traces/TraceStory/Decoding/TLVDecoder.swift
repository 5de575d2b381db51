import MatterBytes
import MatterWire
import Words

/// Reads any TLV into a tree of names and values.
enum TLVDecoder {
  /// - Parameter names: the field that a context tag stands for, given the tags that lead to it.
  /// - Returns: the tree, as far as it can be read, and what is wrong behind that.
  static func decode(
    _ bytes: [UInt8], names: ([UInt8]) -> String?
  ) -> (fields: FieldTree?, problem: String?) {
    var reader = TLVReader(bytes.span)
    var open: [Container] = []
    var whole: FieldTree?
    do throws(TLVError) {
      while let element = try reader.next() {
        if element.value == .containerEnd {
          guard let ended = open.popLast() else { break }
          add(ended.name, .members(ended.members), to: &open, or: &whole)
          continue
        }
        let path = open.compactMap(\.tag) + (contextTag(element.tag).map { [$0] } ?? [])
        let name = name(of: element.tag, path: path, names, place: open.last?.members.count ?? 0)
        if case .containerStart = element.value {
          open.append(Container(name: name, tag: contextTag(element.tag)))
        } else {
          add(name, value(element.value, in: bytes), to: &open, or: &whole)
        }
      }
    } catch {
      while let unfinished = open.popLast() {
        add(unfinished.name, .members(unfinished.members), to: &open, or: &whole)
      }
      return (whole, "the TLV cannot be read at byte \(reader.offset): \(error)")
    }
    return (whole, nil)
  }

  private struct Container {
    let name: String
    let tag: UInt8?
    var members: [FieldMember] = []
  }

  private static func add(
    _ name: String, _ value: FieldTree, to open: inout [Container], or whole: inout FieldTree?
  ) {
    if open.isEmpty {
      whole = value
    } else {
      open[open.count - 1].members.append(FieldMember(name, value))
    }
  }

  private static func contextTag(_ tag: TLVTag) -> UInt8? {
    guard case .context(let number) = tag else { return nil }
    return number
  }

  private static func name(
    of tag: TLVTag, path: [UInt8], _ names: ([UInt8]) -> String?, place: Int
  ) -> String {
    switch tag {
    case .context(let number): names(path) ?? "\(number)"
    case .anonymous: "[\(place)]"
    case .commonProfile(let number): "common:\(number)"
    case .fullyQualified(let vendor, let profile, let number): "\(vendor):\(profile):\(number)"
    }
  }

  private static func value(_ value: TLVValue, in bytes: [UInt8]) -> FieldTree {
    switch value {
    case .signed(let number): .signed(number)
    case .unsigned(let number): .number(number)
    case .bool(let flag): .flag(flag)
    case .float32(let bits): .text("\(Float(bitPattern: bits))")
    case .float64(let bits): .text("\(Double(bitPattern: bits))")
    case .utf8(let range): .text(String(decoding: bytes[range], as: UTF8.self))
    case .octets(let range): .bytes(Array(bytes[range]))
    case .null: .text("null")
    case .containerStart, .containerEnd: .members([])
    }
  }
}
