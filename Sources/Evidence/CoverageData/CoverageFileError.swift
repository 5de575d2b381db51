/// Why a file of coverage data could not be read or written.
public enum CoverageFileError: Error, Equatable {
  case unreadable(String)
  case unwritable(String)
  case malformed(String, expected: String, problem: String)

  /// One line: which file, and what is wrong.
  public var message: String {
    switch self {
    case .unreadable(let path):
      "\(path) cannot be read; give the path of a file that exists and is readable"
    case .unwritable(let path):
      "\(path) cannot be written; give a path in a folder that exists and is writable"
    case .malformed(let path, let expected, let problem):
      "\(path) is not \(expected): \(problem)"
    }
  }
}

/// A decoder's complaint in half a line.
package enum CoverageProblem {
  package static func of(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "it is not JSON" }
    switch error {
    case .keyNotFound(let key, let context):
      return "\(place(context)) has no member \(key.stringValue)"
    case .typeMismatch(_, let context):
      return "\(place(context)) has the wrong type"
    case .valueNotFound(_, let context):
      return "\(place(context)) is null"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty
        ? "it is not JSON" : "\(place(context)) has a value that is not allowed"
    @unknown default:
      return "it has another shape"
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    guard !context.codingPath.isEmpty else { return "it" }
    return context.codingPath.reduce("") { place, key in
      if let position = key.intValue { return place + "[\(position)]" }
      return place.isEmpty ? key.stringValue : place + "." + key.stringValue
    }
  }
}
