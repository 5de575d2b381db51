import Foundation

/// A program that has run to its end.
struct Program {
  let status: Int32
  let output: Data
  /// The lines of its standard error.
  let complaints: [String]

  /// The lines of its standard output.
  var lines: [String] { Self.lines(of: output) }

  /// - Parameter input: what it reads; no more than a pipe holds.
  static func run(_ path: String, _ arguments: [String] = [], input: Data = Data()) throws
    -> Program
  {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let pipes = (input: Pipe(), output: Pipe())
    let folder = try ScratchFolder()
    let errors = folder.file("errors")
    try Data().write(to: errors)
    process.standardInput = pipes.input
    process.standardOutput = pipes.output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    try pipes.input.fileHandleForWriting.write(contentsOf: input)
    try pipes.input.fileHandleForWriting.close()
    let output = try pipes.output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Program(
      status: process.terminationStatus, output: output,
      complaints: lines(of: try Data(contentsOf: errors)))
  }

  /// One of the scripts in tools/ that need the packages of tools/requirements.txt.
  static func tool(_ name: String, _ arguments: [String] = []) throws -> Program {
    try run(Artefacts.python(), [Artefacts.tool(name)] + arguments)
  }

  private static func lines(of data: Data) -> [String] {
    String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
