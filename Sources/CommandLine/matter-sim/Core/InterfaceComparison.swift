import CommandLineInterface
import CoreEngines
import Glibc
import OperatingSystem

/// A module against the imports and exports that a file lists.
struct InterfaceComparison {
  private let module: String
  private let expected: String
  private let differences: [String]

  /// More than this, in bytes, no such file has.
  private static let largest = 1 << 20

  /// - Parameter expected: the file, with a line for each import and export.
  init(of inspection: ModuleInspection, with expected: String) throws(CommandFailure) {
    guard case .module(let module) = inspection.content else {
      throw CommandFailure(
        "\(printable(inspection.file.path)) is a component: --expect is for core modules")
    }
    self.module = printable(inspection.file.path)
    self.expected = printable(expected)
    differences = ModuleInterface(of: module)
      .differences(from: ModuleInterface(text: try Self.text(of: expected)))
  }

  /// A line for each difference.
  func report(to console: Console) throws(OutputError) -> ExitCode {
    let lines =
      differences.isEmpty
      ? ["\(module) has the interface of \(expected)"]
      : differences.map { "\(module): " + printable($0) }
    try console.report(
      text: lines.joined(separator: "\n"),
      json: .event(
        "interface",
        [
          "file": .string(module), "expected": .string(expected),
          "same": .bool(differences.isEmpty),
          "differences": .array(differences.map { .string($0) }),
        ]))
    return differences.isEmpty ? .done : .failed
  }

  private static func text(of path: String) throws(CommandFailure) -> String {
    do throws(SystemError) {
      let file = try FileDescriptor(opening: path, O_RDONLY)
      defer { file.close() }
      return String(decoding: try file.readToEnd(limit: largest), as: UTF8.self)
    } catch {
      throw CommandFailure("--expect \(printable(path)): \(error)", exitCode: .usage)
    }
  }
}
