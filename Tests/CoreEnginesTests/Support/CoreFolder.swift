import Foundation
import CoreEngines

/// A folder like `.build`, with copies of the programs and modules of one's own choice.
struct CoreFolder {
  let url: URL

  /// Makes the folder, runs `body` with it, and removes it.
  /// - Parameter wide: what stands in the place of the module that wasmtime runs; nil for the real.
  static func with<Result>(
    wide: [UInt8]? = nil, body: (CoreFolder) throws -> Result
  ) throws -> Result {
    let manager = FileManager.default
    let url = manager.temporaryDirectory.appending(path: "cores-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: url) }
    for name in ["bin", "wasm"] {
      try manager.createDirectory(
        at: url.appending(path: name), withIntermediateDirectories: true)
    }
    for name in ["matter-sim", "matter-core-wasmtime"] {
      try manager.copyItem(
        at: Programs.built(name), to: url.appending(path: "bin/" + name))
    }
    let real = try WasmFolder.aboveThisProgram().path
    for name in ["matter-core.wasm", "matter-core-wide.wasm", "matter-core-command.wasm"] {
      try manager.copyItem(
        atPath: real + "/" + name, toPath: url.appending(path: "wasm/" + name).path)
    }
    if let wide {
      try Data(wide).write(to: url.appending(path: "wasm/matter-core-wide.wasm"))
    }
    // An environment with the engine: the one of the real folder.
    let library = try WasmtimePackage.library()
    let environment = library.components(separatedBy: "/lib/python")[0]
    try manager.createSymbolicLink(
      atPath: url.appending(path: "wasm/venv").path, withDestinationPath: environment)
    return try body(CoreFolder(url: url))
  }

  /// Runs the folder's `matter-sim` with the words of `line`.
  func run(_ line: String) throws -> Programs.Outcome {
    try Programs.run(url.appending(path: "bin/matter-sim"), line)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: name))
  }
}
