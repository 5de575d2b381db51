/// What a module must import and export to be the core, as the model has its ports.
public enum CoreInterface {
  /// The name of the module from which the core imports its out-ports.
  package static let importedModule = "matter-core"
  package static let memory = "memory"
  /// Where the core wants the values of its in-ports.
  package static let input = "input"

  /// A difference between a module and the core.
  public enum Mismatch: Equatable, Sendable {
    /// It imports what is no out-port.
    case foreignImport(module: String, name: String)
    /// It imports an out-port, or exports an in-port, with another type.
    case otherType(name: String, is: WasmItemType, wanted: WasmItemType)
    /// It imports an out-port twice.
    case repeatedImport(name: String)
    /// It does not import an out-port.
    case missingImport(name: String)
    /// It does not export an in-port, or what else a core exports.
    case missingExport(name: String)
    /// It has more than one memory, or none.
    case memories(Int)
    /// Its memory is larger than a core's may be.
    case largeMemory(pages: UInt64)
  }

  /// The imports that are not exactly the out-ports.
  package static func mismatchedImports(of module: WasmModule) -> [Mismatch] {
    var found: [Mismatch] = []
    var seen: Set<String> = []
    for item in module.imports {
      let port = outPorts.first { $0.name == item.name }
      guard let port, item.module == importedModule else {
        found.append(.foreignImport(module: item.module, name: item.name))
        continue
      }
      let wanted = WasmItemType.function(port.outputType)
      if !seen.insert(item.name).inserted { found.append(.repeatedImport(name: item.name)) }
      if item.type != wanted {
        found.append(.otherType(name: item.name, is: item.type, wanted: wanted))
      }
    }
    for port in outPorts where !seen.contains(port.name) {
      found.append(.missingImport(name: port.name))
    }
    return found
  }

  /// All that makes the module another than a core.
  package static func mismatches(of module: WasmModule) -> [Mismatch] {
    var found = mismatchedImports(of: module)
    let functions = inPorts.map { ($0.name, $0.inputType) }
    for (name, type) in functions + [(input, WasmFunctionType([], results: [.i32]))] {
      guard let export = module.exports.first(where: { $0.name == name }) else {
        found.append(.missingExport(name: name))
        continue
      }
      if export.type != .function(type) {
        found.append(.otherType(name: name, is: export.type, wanted: .function(type)))
      }
    }
    if !module.exports.contains(where: { $0.name == memory }) {
      found.append(.missingExport(name: memory))
    }
    guard module.memories.count == 1 else { return found + [.memories(module.memories.count)] }
    let pages = module.memories[0].minimum
    if pages > largestMemory { found.append(.largeMemory(pages: pages)) }
    return found
  }

  /// The largest memory, in pages, that a core is given: many times what it needs.
  package static let largestMemory: UInt64 = 64
}

extension CoreInterface.Mismatch: CustomStringConvertible {
  /// Half a line, to stand after "the module is not the core:".
  public var description: String {
    switch self {
    case .foreignImport(let module, let name):
      "it imports \(module) \(name), which is no out-port"
    case .otherType(let name, let type, let wanted):
      "its \(name) is a \(type), and a core's a \(wanted)"
    case .repeatedImport(let name): "it imports \(name) twice"
    case .missingImport(let name): "it does not import \(name)"
    case .missingExport(let name): "it exports no \(name)"
    case .memories(let count): "it has \(count) memories, and a core one"
    case .largeMemory(let pages): "it wants \(pages) pages of memory, more than a core may have"
    }
  }
}
