import CoreEngines
import Glibc
import HostShell
import PortTrace
import SimulatedTraces
import TraceFormat

// Records the scenarios that run in simulated time into a folder, a file each, and prints the
// lines of the index that say what they show. tools/record-traces uses it.

guard CommandLine.arguments.count == 2 else {
  print("usage: record-traces FOLDER")
  exit(2)
}
let folder = CommandLine.arguments[1]
let coreHash = try CoreCatalogue.open(.native).build.hash
for (index, scenario) in Scenario.allCases.enumerated() {
  let writer = try TraceWriter(
    path: "\(folder)/\(scenario.rawValue).pcapng", replacing: true, isRedacted: false,
    secondsToTimeOfDay: nil)
  scenario.record(into: writer, coreHash: coreHash, seed: UInt64(index + 1))
  if let failure = writer.failure {
    print("record-traces: \(scenario.rawValue): \(failure)")
    exit(1)
  }
  print("\(scenario.rawValue)\t\(scenario.summary)")
}
