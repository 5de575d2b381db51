import AADL
import Foundation
import ModelAnalysis
import ModelWorkspace
import SeamGenerator
import Testing

/// The core is compiled against the seam that the model makes: a port of another type breaks its
/// build.
struct PortChangeTests {
  private static let modules = ["MatterBytes", "MatterCrypto", "MatterWire", "CoreSeam"]

  @Test func theCoreCompilesAgainstTheSeamOfTheModelAndNotAgainstAnother() throws {
    try Place.withPackage { folder in
      for module in Self.modules { try expectCompiles(module, in: folder) }
      let unchanged = try compile("MatterCore", in: folder)
      #expect(unchanged.status == 0, "\(unchanged.output)")

      let model = folder.appending(path: "aadl/verified_core.aadl")
      try Place.replace(
        "clock_in: in event data port Core_Types::Microseconds;",
        with: "clock_in: in event data port Core_Types::Byte_Count;", in: model)
      try generateSwift(in: folder)
      try expectCompiles("CoreSeam", in: folder)
      let changed = try compile("MatterCore", in: folder)
      #expect(changed.status != 0)
      #expect(changed.output.contains("VerifiedCore.swift"))
      #expect(
        changed.output.contains("error: cannot convert value of type 'ClockIn' (aka 'UInt32')"),
        "\(changed.output)")
    }
  }

  /// The generator alone: the other side of the connections has not changed, and the analyses
  /// would refuse the model before anything is built.
  private func generateSwift(in folder: URL) throws {
    let workspace = try Workspace(root: folder.path)
    #expect(
      workspace.check.diagnostics.contains { $0.message.contains("carries 'Byte_Count'") }
        || workspace.check.diagnostics.contains { $0.message.contains("carries 'Microseconds'") })
    let seam = try #require(workspace.check.seam)
    try workspace.write(SwiftGenerator(seam).files())
  }

  private func expectCompiles(_ module: String, in folder: URL) throws {
    let run = try compile(module, in: folder)
    #expect(run.status == 0, "\(module): \(run.output)")
  }

  /// Makes the module's interface and checks all of its code.
  private func compile(_ module: String, in folder: URL) throws -> Finished {
    let sources = folder.appending(path: "Sources/Core/\(module)")
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
      .map { sources.appending(path: $0).path }
    return try Finished(
      "swiftc",
      [
        "-swift-version", "6", "-package-name", "matter_sim", "-module-name", module,
        "-enable-experimental-feature", "Lifetimes",
        "-enable-experimental-feature", "AddressableParameters",
        "-enable-upcoming-feature", "MemberImportVisibility", "-wmo", "-parse-as-library", "-I",
        folder.path, "-emit-module",
        "-emit-module-path", folder.appending(path: "\(module).swiftmodule").path,
      ] + files, in: folder)
  }
}
