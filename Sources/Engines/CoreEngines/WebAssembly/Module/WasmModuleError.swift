/// Why a file is no WebAssembly module.
public enum WasmModuleError: Error, Equatable, Sendable {
  /// It does not begin as one.
  case notWebAssembly
  /// It is a component, which is made of modules.
  case component
  /// Its version is not 1.
  case unknownVersion
  /// It ends within what begins at this offset.
  case truncated(offset: Int)
  /// At this offset stands what cannot be there.
  case malformed(offset: Int, Flaw)

  /// What is wrong at a place.
  public enum Flaw: Equatable, Sendable {
    /// A number has more bits than it can have, or more bytes than it needs for them.
    case number
    case section
    /// A section does not end where its header says.
    case sectionSize
    case name
    case type
    case kind
    /// A type, function, memory, table, global or tag that there is not.
    case index
    case limits
  }
}

extension WasmModuleError: CustomStringConvertible {
  /// Half a line, to stand after the file's name.
  public var description: String {
    switch self {
    case .notWebAssembly: "it is no WebAssembly: it does not begin with \\0asm"
    case .component: "it is a component, not a core module"
    case .unknownVersion: "it is WebAssembly of another version than 1"
    case .truncated(let offset): "it is cut short: what begins at byte \(offset) is not all there"
    case .malformed(let offset, let flaw): "it is damaged at byte \(offset): \(flaw)"
    }
  }
}

extension WasmModuleError.Flaw: CustomStringConvertible {
  public var description: String {
    switch self {
    case .number: "a number is too long"
    case .section: "there is no such section, or there are two of it"
    case .sectionSize: "a section does not end where its header says"
    case .name: "a name is not UTF-8"
    case .type: "a type is none that is known here"
    case .kind: "an import or export is of no known kind"
    case .index: "something is named that there is not"
    case .limits: "the limits of a memory or table cannot be"
    }
  }
}
