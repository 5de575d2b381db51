import CommandLineInterface
import CoreEngines
import Words

/// What is in a WebAssembly file.
struct ModuleInspection {
  /// What the file is.
  enum Content {
    /// A component, with the core modules in it.
    case component(WasmComponent)
    case module(WasmModule)
  }

  let file: CoreFile
  let content: Content

  init(of path: String) throws(CommandFailure) {
    do throws(CoreReadError) {
      file = try CoreFile(path: path)
    } catch {
      throw CommandFailure("\(printable(path)): \(error)")
    }
    do throws(WasmModuleError) {
      content =
        WasmComponent.isComponent(file.bytes)
        ? .component(try WasmComponent(file.bytes)) : .module(try WasmModule(file.bytes))
    } catch {
      throw CommandFailure("\(printable(path)): \(error)")
    }
  }

  func report(to console: Console) throws(OutputError) -> ExitCode {
    switch content {
    case .component(let component):
      try report(component, to: console)
      return .done
    case .module(let module):
      let form = CoreInterface.Form(of: module)
      try console.report(
        text: text(module, form).joined(separator: "\n"),
        json: .event("module", head("module") + json(module, form)))
      return form.isOther ? .failed : .done
    }
  }

  private func head(_ kind: String) -> JSONFields {
    [
      "file": .string(file.path), "kind": .string(kind), "size": .integer(file.bytes.count),
      "sha256": .string(hexadecimal(file.hash)),
    ]
  }

  private func headText(_ kind: String) -> [String] {
    [
      "file     " + printable(file.path), "kind     " + kind,
      "size     \(file.bytes.count) bytes", "sha256   " + hexadecimal(file.hash),
    ]
  }

  // MARK: a component

  private func report(_ component: WasmComponent, to console: Console) throws(OutputError) {
    let modules = component.modules.map { (hash: CoreHash.of($0.span), size: $0.count) }
    let lines = modules.map { "module   \($0.size) bytes, sha256 \(hexadecimal($0.hash))" }
    try console.report(
      text: (headText("component, which is made of these core modules") + lines)
        .joined(separator: "\n"),
      json: .event(
        "module",
        head("component") + [
          "modules": .array(
            modules.map {
              .object([
                .init(name: "sha256", value: .string(hexadecimal($0.hash))),
                .init(name: "size", value: .integer($0.size)),
              ])
            })
        ]))
  }

  // MARK: a core module

  private func text(_ module: WasmModule, _ form: CoreInterface.Form) -> [String] {
    let memories = module.memories.map { "memory   \($0) pages of 64 KiB; a growth is refused" }
    let imports = module.imports.map { ("\($0.module) \($0.name)", $0.type) }
    let exports = module.exports.map { ($0.name, $0.type) }
    let width = min(40, (imports + exports).map(\.0.count).max() ?? 0)
    func lines(_ what: String, _ items: [(String, WasmItemType)]) -> [String] {
      items.map { what + "   " + printable($0).padded(to: width) + "  \($1)" }
    }
    return headText("core module") + memories + lines("import", imports)
      + lines("export", exports) + ["verdict  " + words(form)]
  }

  private func words(_ form: CoreInterface.Form) -> String {
    switch form {
    case .core: "a core: its imports are exactly the out-ports of the model"
    case .command: "a core as a WASI command: it imports standard input, output and its end"
    case .other(let mismatches):
      "no core: " + printable(mismatches.map(\.description).joined(separator: "; "))
    }
  }

  private func json(_ module: WasmModule, _ form: CoreInterface.Form) -> JSONFields {
    let memory = module.memories.first
    return [
      "memory_pages": (memory?.minimum).map { .integer(Int(clamping: $0)) } ?? nil,
      "memory_limit_pages": memory?.maximum.map { .integer(Int(clamping: $0)) } ?? nil,
      "imports": .array(
        module.imports.map { item("\($0.module) \($0.name)", $0.type) }),
      "exports": .array(module.exports.map { item($0.name, $0.type) }),
      "imports_are_out_ports": .bool(CoreInterface.mismatchedImports(of: module).isEmpty),
      "form": .string(name(form)),
      "mismatches": .array(mismatches(form).map { .string($0.description) }),
    ]
  }

  private func item(_ name: String, _ type: WasmItemType) -> JSONValue {
    .object([
      .init(name: "name", value: .string(name)),
      .init(name: "type", value: .string("\(type)")),
    ])
  }

  private func name(_ form: CoreInterface.Form) -> String {
    switch form {
    case .core: "core"
    case .command: "command"
    case .other: "other"
    }
  }

  private func mismatches(_ form: CoreInterface.Form) -> [CoreInterface.Mismatch] {
    guard case .other(let mismatches) = form else { return [] }
    return mismatches
  }
}
