import CoverageData
import Foundation
import MCDCProbe
import MCDCRecording
import TraceFormat

// Runs traces through the core that it was built with: an instrumented copy, of which it writes
// what was covered, or a copy that holds mutants, of which it runs one. It is a copy only when the
// package was built with MCDC set: tools/coverage and tools/mutants do all of it.

func fail(_ message: String, status: Int32) -> Never {
  FileHandle.standardError.write(Data("coverage-replay: \(message)\n".utf8))
  exit(status)
}

/// - Returns: the names of the traces.
func run(_ paths: ArraySlice<String>) throws -> [String] {
  let names = paths.map { URL(filePath: $0).lastPathComponent }
  for (input, (path, name)) in zip(paths, names).enumerated() {
    try TraceRun(name: name, input: input).run(TraceReader(path: path))
  }
  return names
}

let usage = """
  usage: coverage-replay --raw FILE TRACE…
         coverage-replay --mutant NUMBER TRACE…
  """
let arguments = CommandLine.arguments
guard arguments.count >= 4 else { fail(usage, status: 2) }
let paths = arguments[3...]
do {
  switch arguments[1] {
  case "--raw":
    let names = try run(paths)
    let raw = RawCoverage(inputs: names, MCDC.noted())
    guard !raw.rows.isEmpty else {
      fail("nothing was noted: the core is not an instrumented copy; use tools/coverage", status: 1)
    }
    try raw.write(path: arguments[2])
    print("\(names.count) traces, \(raw.rows.count) rows, \(raw.branches.count) branch outcomes")
  case "--mutant":
    guard let mutant = UInt32(arguments[2]) else {
      fail("--mutant \(arguments[2]) is no number of a mutant", status: 2)
    }
    MCDC.choose(mutant: mutant)
    _ = try run(paths)
  default: fail(usage, status: 2)
  }
} catch let failure as RunFailure {
  fail(failure.message, status: 1)
} catch let failure as CoverageFileError {
  fail(failure.message, status: 1)
} catch {
  fail("\(error)", status: 1)
}
