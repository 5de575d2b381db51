import CoverageData
import Foundation
import MCDCProbe
import PortTrace

// Runs traces through the core that it was built with, and writes what they have covered of it.
// That core is an instrumented copy only when the package was built with MCDC=1: tools/coverage
// does all of it.

func fail(_ message: String, status: Int32) -> Never {
  FileHandle.standardError.write(Data("coverage-replay: \(message)\n".utf8))
  exit(status)
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 3, arguments[0] == "--raw" else {
  fail("usage: coverage-replay --raw FILE TRACE…", status: 2)
}
let paths = arguments[2...]
let names = paths.map { URL(filePath: $0).lastPathComponent }
do {
  for (index, path) in paths.enumerated() {
    try TraceRun(name: names[index], input: index).run(TraceReader(path: path))
  }
  let raw = RawCoverage(inputs: names, MCDC.noted())
  guard !raw.rows.isEmpty else {
    fail("nothing was noted: the core is not an instrumented copy; use tools/coverage", status: 1)
  }
  try raw.write(path: arguments[1])
  print("\(names.count) traces, \(raw.rows.count) rows, \(raw.branches.count) branch outcomes")
} catch let failure as RunFailure {
  fail(failure.message, status: 1)
} catch let failure as CoverageFileError {
  fail(failure.message, status: 1)
} catch {
  fail("\(error)", status: 1)
}
