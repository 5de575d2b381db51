import CoreEngines
import Glibc
import SimulatedTraces
import TraceFormat

// Records the scenarios that run in simulated time into a folder, a file each, and prints the
// lines of the index that say what they show. tools/record-traces uses it.

guard CommandLine.arguments.count == 4, CommandLine.arguments[2] == "--reason" else {
  print("usage: record-traces FOLDER --reason TEXT")
  exit(2)
}
let folder = CommandLine.arguments[1]
let build = try CoreCatalogue.open(.inProcess).build
for (index, scenario) in Scenario.allCases.enumerated() {
  let writer = try TraceWriter(
    path: "\(folder)/\(scenario.rawValue).pcapng", replacing: true, isRedacted: false,
    secondsToTimeOfDay: nil, reason: CommandLine.arguments[3])
  scenario.record(
    into: writer, coreHash: build.hash, sourcesHash: build.sourcesHash, seed: UInt64(index + 1))
  if let failure = writer.failure {
    print("record-traces: \(scenario.rawValue): \(failure)")
    exit(1)
  }
  print("\(scenario.rawValue)\t\(scenario.summary)")
}
