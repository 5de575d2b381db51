/// What a WebAssembly component holds: core modules, each as a whole file.
package struct WasmComponent: Equatable, Sendable {
  /// The modules within the component and the components in it, in their order.
  package let modules: [ArraySlice<UInt8>]

  static let magic: [UInt8] = [0, 0x61, 0x73, 0x6D]
  static let header: [UInt8] = magic + [0x0D, 0, 1, 0]

  private enum Section {
    static let module: UInt8 = 1
    static let component: UInt8 = 4
  }

  /// Components may be in one another, but no sensible one is so deeply.
  private static let deepest = 8

  /// - Parameter bytes: the whole file.
  package init(_ bytes: [UInt8]) throws(WasmModuleError) {
    modules = try Self.modules(in: bytes[...], depth: 0)
  }

  /// Whether a file begins as a component.
  package static func isComponent(_ bytes: [UInt8]) -> Bool { bytes.starts(with: header) }

  private static func modules(
    in bytes: ArraySlice<UInt8>, depth: Int
  ) throws(WasmModuleError) -> [ArraySlice<UInt8>] {
    guard bytes.starts(with: header) else { throw .notWebAssembly }
    guard depth < deepest else { throw .malformed(offset: bytes.startIndex, .section) }
    var reader = WasmReader(bytes.dropFirst(header.count))
    var found: [ArraySlice<UInt8>] = []
    while !reader.isAtEnd {
      let (id, content) = try reader.section()
      if id == Section.module { found.append(content) }
      if id == Section.component { found += try modules(in: content, depth: depth + 1) }
    }
    return found
  }
}
