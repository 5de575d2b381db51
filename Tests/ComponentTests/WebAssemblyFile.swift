import CoreEngines
import Foundation
import Testing

/// What a module can import.
enum ImportedItem: Sendable {
  /// A function of a type by its number.
  case function(type: UInt8)
  /// A table of functions without limit.
  case table
  /// A memory of one page or more.
  case memory

  fileprivate var bytes: [UInt8] {
    switch self {
    case .function(let type): [0, type]
    case .table: [1, 0x70, 0, 0]
    case .memory: [2, 0, 1]
    }
  }
}

/// A module as its sections.
struct WebAssemblyFile {
  private static let importSection: UInt8 = 2
  private static let headerSize = 8

  private var sections: [(id: UInt8, content: [UInt8])] = []
  private let header: [UInt8]

  init(_ bytes: Data) throws {
    header = Array(bytes.prefix(Self.headerSize))
    var reader = WasmReader(Array(bytes)[Self.headerSize...])
    while !reader.isAtEnd {
      let (id, content) = try reader.section()
      sections.append((id, Array(content)))
    }
  }

  /// A copy with one more import, the last.
  func importing(_ item: ImportedItem, _ name: String, from module: String) throws -> Data {
    var copy = self
    let index = try #require(sections.firstIndex { $0.id == Self.importSection })
    let imports = sections[index].content
    var reader = WasmReader(imports[...])
    let count = Int(try reader.number())
    copy.sections[index].content =
      Self.encoded(count + 1) + imports[reader.offset...] + Self.encoded(module)
      + Self.encoded(name) + item.bytes
    return copy.bytes
  }

  private var bytes: Data {
    Data(header + sections.flatMap { [$0.id] + Self.encoded($0.content.count) + $0.content })
  }

  private static func encoded(_ number: Int) -> [UInt8] {
    number < 0x80 ? [UInt8(number)] : [UInt8(number & 0x7F | 0x80)] + encoded(number >> 7)
  }

  private static func encoded(_ name: String) -> [UInt8] {
    encoded(name.utf8.count) + name.utf8
  }
}
