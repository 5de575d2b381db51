import Glibc

/// The Python package whose library is wasmtime.
package enum WasmtimePackage {
  /// The library: from the environments that `tools/wasm` and `tools/test` make, or from where
  /// `python3` has its packages.
  package static func library() throws(CoreStartError) -> String {
    let folder = try WasmFolder.aboveThisProgram()
    for environment in [folder.path + "/venv", folder.path + "/../interop/venv"] {
      for packages in folders(of: environment + "/lib") {
        if let found = library(in: "\(environment)/lib/\(packages)/site-packages") { return found }
      }
    }
    if let packages = packagesOfPython, let found = library(in: packages) { return found }
    throw .noWasmtime(version: WasmtimeEngine.version)
  }

  /// The library of the package of the right version, if this folder of packages has it.
  private static func library(in packages: String) -> String? {
    let description = "\(packages)/wasmtime-\(WasmtimeEngine.version).dist-info"
    let file = "\(packages)/wasmtime/linux-\(machine)/_libwasmtime.so"
    guard unsafe access(description, F_OK) == 0 else { return nil }
    guard unsafe access(file, R_OK) == 0 else { return nil }
    return file
  }

  private static var machine: String {
    #if arch(arm64)
      "aarch64"
    #else
      "x86_64"
    #endif
  }

  /// The folders `python3.…` in a folder.
  private static func folders(of path: String) -> [String] {
    guard let directory = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { letters in
        unsafe String(decoding: letters.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix("python3") { names.append(name) }
    }
    return names.sorted()
  }

  /// The folder in which the `python3` on the PATH has the package.
  private static var packagesOfPython: String? {
    let script = """
      import importlib.metadata
      print(importlib.metadata.distribution("wasmtime").locate_file(""))
      """
    guard let python = ProgramSearch.onPath("python3") else { return nil }
    let output = ProgramOutput.of(python, ["-c", script], patience: 10_000_000)
    return output?.split(whereSeparator: \.isNewline).first.map(String.init)
  }
}
