/// What a WebAssembly core module says of itself before its code: its imports, exports and memories.
///
/// The code is not looked at; whether it is valid, the engine says that compiles it.
package struct WasmModule: Equatable, Sendable {
  package struct Import: Equatable, Sendable {
    package let module: String
    package let name: String
    package let type: WasmItemType
  }

  package struct Export: Equatable, Sendable {
    package let name: String
    package let type: WasmItemType
  }

  package let imports: [Import]
  package let exports: [Export]
  /// Imported memories first.
  package let memories: [WasmLimits]

  /// - Parameter bytes: the whole file.
  package init(_ bytes: [UInt8]) throws(WasmModuleError) {
    var reader = try Self.begin(bytes)
    var sections = WasmSections()
    while !reader.isAtEnd {
      let start = reader.offset
      let (id, content) = try reader.section()
      try sections.read(id, content, at: start)
    }
    imports = sections.imports
    exports = sections.exports
    memories = sections.memories
  }

  /// Whether a file begins as one of WebAssembly, be it a module or a component.
  static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: WasmComponent.magic) }

  private static let version: [UInt8] = [1, 0, 0, 0]

  /// Reads the header, and says so if it is that of something else.
  private static func begin(_ bytes: [UInt8]) throws(WasmModuleError) -> WasmReader {
    guard begins(bytes) else { throw .notWebAssembly }
    guard !bytes.starts(with: WasmComponent.header) else { throw .component }
    var reader = WasmReader(bytes[WasmComponent.magic.count...])
    guard Array(try reader.take(version.count)) == version else { throw .unknownVersion }
    return reader
  }
}
