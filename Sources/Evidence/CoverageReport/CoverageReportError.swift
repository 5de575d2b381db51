public import CoverageData
public import MCDCKernel

/// Why there is no report.
public enum CoverageReportError: Error, Equatable {
  case file(CoverageFileError)
  /// The manifest and the raw data do not belong together.
  case inconsistent(String)
  /// A decision of the manifest, or a row of it, cannot be judged.
  case decision(at: String, text: String, DecisionError)
  case justifications(JustificationError)
  /// A module that a level is required of is not in the manifest.
  case unknownModule(String, known: [String])
  /// A source of the manifest is not where the report looks for it.
  case sourceMissing(String)

  /// One line: what is wrong, and what to do.
  public var message: String {
    switch self {
    case .file(let error): error.message
    case .inconsistent(let problem):
      "\(problem): take the manifest and the raw data of one and the same build"
    case .decision(let place, let text, let error):
      "\(place): \"\(text.clipped(to: 80))\": \(Self.words(error))"
    case .justifications(let error): error.message
    case .unknownModule(let name, let known):
      "\(name) is not among the instrumented modules: \(known.joined(separator: ", "))"
    case .sourceMissing(let path):
      "\(path) cannot be read; give the folder of the package that was instrumented"
    }
  }

  private static func words(_ error: DecisionError) -> String {
    switch error {
    case .tooManyConditions(let count):
      "\(count) conditions are more than \(DecisionTable.conditionLimit); split the decision"
    case .wrongNumbering:
      "its conditions are not numbered in the order of the source: a fault of the instrumenter"
    case .notAPath(let row):
      "the row evaluated \(String(row.evaluated, radix: 2)), values "
        + "\(String(row.values, radix: 2)), outcome \(row.outcome) is no path through it: a fault "
        + "of the instrumenter or the probe, or raw data of another build"
    }
  }
}
