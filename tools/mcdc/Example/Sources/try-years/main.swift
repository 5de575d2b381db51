import CoverageData
import LeapYear
import MCDCProbe
import MCDCRecording

// Tries the years that are given, each as an event of its own, and writes what they have covered.

let years = CommandLine.arguments.dropFirst(2).compactMap { Int($0) }
for year in years {
  MCDC.nextEvent(input: 0, number: year)
  print("\(year) \(isLeap(year) ? "is" : "is not") a leap year")
}
try RawCoverage(inputs: ["years"], MCDC.noted()).write(path: CommandLine.arguments[1])
