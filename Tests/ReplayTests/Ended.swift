import Foundation
import HostShell

/// A run of `matter-sim` to its end.
struct Ended {
  let status: Int32
  let output: String
  let errors: String

  init(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(
      filePath: try CoreChoice.pathBesideThisProgram("matter-sim"))
    process.arguments = arguments
    process.currentDirectoryURL = GoldenTrace.package
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let written = try output.fileHandleForReading.readToEnd() ?? Data()
    let complained = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    status = process.terminationStatus
    self.output = String(decoding: written, as: UTF8.self)
    self.errors = String(decoding: complained, as: UTF8.self)
  }
}
