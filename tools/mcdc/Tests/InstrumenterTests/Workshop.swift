import CoverageData
import Foundation
import Instrumenter
import Testing

/// A folder in which sources are instrumented and compiled; gone when the tests have ended.
final class Workshop: Sendable {
  let folder: String

  private static let flags = [
    "-swift-version", "6", "-enable-experimental-feature", "Lifetimes", "-suppress-warnings",
  ]

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mcdc-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.folder = folder.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// - Parameter path: from the folder.
  func write(_ text: String, to path: String) throws {
    let url = URL(filePath: folder).appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func compileProbe() throws {
    let sources = try Toolchain.sources(
      in: Toolchain.package.appending(path: "Sources/Evidence/MCDCProbe").path)
    try Toolchain.run(
      "swiftc",
      Self.flags + [
        "-parse-as-library", "-emit-library", "-static", "-emit-module", "-module-name",
        "MCDCProbe", "-o", "\(folder)/libMCDCProbe.a", "-emit-module-path",
        "\(folder)/MCDCProbe.swiftmodule",
      ] + sources)
  }

  /// - Returns: the path of the program.
  func compile(_ sources: [String], as name: String, withProbe: Bool) throws -> String {
    let probe = ["-D", "PROBE", "-I", folder, "-L", folder, "-lMCDCProbe"]
    let program = "\(folder)/\(name)"
    try Toolchain.run(
      "swiftc",
      Self.flags + (withProbe ? probe : []) + ["-module-name", "Fixture", "-o", program]
        + sources)
    return program
  }
}
