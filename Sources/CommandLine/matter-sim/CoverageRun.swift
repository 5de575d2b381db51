import CommandLineInterface
import CoverageReport
import Glibc
import OperatingSystem

/// One run of `matter-sim coverage`.
struct CoverageRun {
  private let traces: [String]
  private let package: CoveragePackage
  private var request: ReportRequest
  private let console: Console

  init(_ arguments: Arguments, console: Console) throws(CommandFailure) {
    package = try CoveragePackage(arguments[CoverageCommand.package])
    var traces: [String] = []
    for trace in arguments[CoverageCommand.traces] { traces.append(try Self.absolute(trace)) }
    self.traces = traces
    self.console = console
    request = ReportRequest(
      manifest: package.data + "/manifest.json", raw: package.data + "/raw.json",
      sources: package.root)
    request.format = arguments[CoverageCommand.format]
    request.output = arguments[CoverageCommand.output]
    request.showsEverything = arguments[CoverageCommand.showsAll]
    request.criterion = arguments[CoverageCommand.criterion]
    request.justifications =
      arguments[CoverageCommand.justifications] ?? package.justifications
    let levels = arguments[CoverageCommand.level]
    request.required =
      levels.isEmpty ? [RequiredLevel(module: nil, hundredths: 10_000)] : levels
    if request.format == .html, request.output == nil { request.output = package.pages }
  }

  func run() throws -> ExitCode {
    try package.replay(traces)
    let result: ReportResult
    do throws(CoverageReportError) {
      result = try request.run()
    } catch {
      throw CommandFailure(error.message)
    }
    try console.write(String(result.standardOutput.dropLast()))
    for shortfall in result.shortfalls { console.complain(shortfall) }
    return result.isSufficient ? .done : .failed
  }

  /// The path from the root, as the script works in another folder.
  private static func absolute(_ path: String) throws(CommandFailure) -> String {
    guard let resolved = absolutePath(path), unsafe access(path, R_OK) == 0 else {
      throw CommandFailure("\(printable(path)): \(SystemError.last); give traces that exist")
    }
    return resolved
  }
}

/// The path from the root without links; nil when nothing is there.
func absolutePath(_ path: String) -> String? {
  guard let resolved = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}
