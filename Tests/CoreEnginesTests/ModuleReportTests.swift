import CoreEngines
import CoreSeam
import Foundation
import Testing
import TraceFormat

/// An engine says first what it has loaded, and only the module that was opened is accepted.
@Suite(.timeLimit(.minutes(5)))
struct ModuleReportTests {
  /// Runs a pairing with a program in the place of the one that runs wasmtime.
  private func pair(underEngineThatWrites frames: [UInt8]) throws -> Programs.Outcome {
    try CoreFolder.with { folder in
      let engine = folder.url.appending(path: "bin/matter-core-wasmtime")
      let octal = frames.map { "\\0" + String($0, radix: 8) }.joined()
      let script = "#!/bin/sh\nprintf '%b' '\(octal)'\nexec cat >/dev/null\n"
      try FileManager.default.removeItem(at: engine)
      try #require(
        FileManager.default.createFile(
          atPath: engine.path, contents: Data(script.utf8),
          attributes: [.posixPermissions: 0o700]))
      return try folder.run("pase --core wasm")
    }
  }

  private static let refusal = "did not load the module that was hashed for it"
  private static let entropyWanted: [UInt8] = [0, 0, 0, 5, 0x83, 0, 1, 0, 0]

  @Test func anEngineThatLoadedOtherBytesIsRefused() throws {
    let report = EngineReport.loaded(hash: [UInt8](repeating: 7, count: 32))
    let outcome = try pair(underEngineThatWrites: report.frame + Self.entropyWanted)
    #expect(outcome.exitStatus == 3)
    #expect(outcome.errors.contains(Self.refusal), "\(outcome.errors)")
  }

  @Test func anEngineThatDoesNotSayWhatItLoadedIsRefused() throws {
    let outcome = try pair(underEngineThatWrites: Self.entropyWanted)
    #expect(outcome.exitStatus == 3)
    #expect(outcome.errors.contains(Self.refusal), "\(outcome.errors)")
    let counted = try pair(underEngineThatWrites: EngineReport.endedStep(StepReport(fuel: 1)).frame)
    #expect(counted.errors.contains(Self.refusal), "\(counted.errors)")
  }

  private func read(_ body: [UInt8]) -> EngineReport? { EngineReport(frameBody: body.span) }

  @Test func aReportIsReadAsItWasWritten() {
    for report in [
      EngineReport.loaded(hash: (0..<32).map { $0 }),
      .endedStep(StepReport(fuel: 0x0102_0304_0506_0708)),
    ] {
      let body = Array(report.frame.dropFirst(4))
      #expect(read(body) == report)
      #expect(read(Array(body.dropLast())) == nil)
    }
    #expect(read([]) == nil)
  }
}
