import Foundation

/// What runs a canary, by the name of the program that `tools/wasm-canaries` makes for it.
enum CanaryEngine: String, CaseIterable {
  case wasmtime
  case wasmKit = "wasmkit"

  /// Why a canary gave no number.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What the canary's `run` returns: 0, or the number of the first answer that is wrong.
  func run(_ canary: Canary) throws -> Int {
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = package.appending(path: ".build/wasm/canaries")
    let process = Process()
    process.executableURL = folder.appending(path: rawValue)
    process.arguments = [folder.appending(path: "\(canary.rawValue).wasm").path]
    for file in [process.executableURL?.path ?? "", process.arguments?.first ?? ""]
    where !FileManager.default.fileExists(atPath: file) {
      throw Failure(description: "\(file) is missing; run tools/wasm-canaries, which makes it")
    }
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: bytes, as: UTF8.self)
    guard process.terminationStatus == 0, let number = Int(text.dropLast()) else {
      throw Failure(
        description: "\(canary.rawValue) does not run under \(rawValue), which ends with "
          + "\(process.terminationStatus): \(text)")
    }
    return number
  }
}
