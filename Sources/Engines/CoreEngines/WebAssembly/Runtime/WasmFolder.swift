import Glibc

/// The folder in which `tools/wasm` puts what it builds.
package struct WasmFolder: Equatable, Sendable {
  package let path: String

  /// The folder `wasm` beside the running program, or beside a folder that it is in: `.build/wasm` for
  /// a program that was built here.
  package static func aboveThisProgram() throws(CoreStartError) -> WasmFolder {
    var folder = try CoreCatalogue.pathBesideThisProgram("")
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      let candidate = WasmFolder(path: folder + "/wasm")
      if unsafe access(candidate.path + "/matter-core.wasm", R_OK) == 0 { return candidate }
    }
    throw .noModule(name: "wasm/matter-core.wasm")
  }

  /// The path of a module.
  package func module(_ name: String) throws(CoreStartError) -> String {
    let file = path + "/" + name
    guard unsafe access(file, R_OK) == 0 else { throw .noModule(name: "wasm/" + name) }
    return file
  }
}
