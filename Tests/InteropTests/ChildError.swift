/// What a process did not do.
enum ChildError: Error, CustomStringConvertible {
  case silent(String, Duration)
  case ended(String)
  case running(String, Duration)
  case unreadable(String, line: String)
  case missing(String)

  var description: String {
    switch self {
    case .silent(let name, let limit): "\(name) has said nothing for \(limit)"
    case .ended(let name): "\(name) ended without saying what was expected"
    case .running(let name, let limit): "\(name) still runs after \(limit)"
    case .unreadable(let name, let line): "\(name) said what cannot be read: \(line)"
    case .missing(let path): "there is no \(path): run tools/test once, it builds and installs it"
    }
  }
}
