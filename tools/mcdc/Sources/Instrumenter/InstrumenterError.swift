/// Why sources could not be instrumented.
public enum InstrumenterError: Error, Equatable {
  case unreadable(String)
  case unwritable(String)
  case noSources(String)
  case noBuildConfiguration

  /// One line: what is wrong, and what to do.
  public var message: String {
    switch self {
    case .unreadable(let path): "\(path) cannot be read; give a path from the package's folder"
    case .unwritable(let path): "\(path) cannot be written; give a folder that is writable"
    case .noSources(let path): "\(path) holds no Swift sources; give the folder of a module"
    case .noBuildConfiguration:
      "swift-frontend does not say what it compiles for; put Swift 6.3 on the PATH"
    }
  }
}
