/// Why vectors cannot be used.
enum VectorError: Error, CustomStringConvertible {
  case noFolder(String)
  case noFile(String)
  case noCases(String)
  case noValue(String, in: String)
  case badValue(String, in: String)

  var description: String {
    switch self {
    case .noFolder(let path):
      "no test vectors below \(path): run tools/test once, or set MATTER_SIM_VECTORS"
    case .noFile(let path): "no test vectors at \(path): run tools/test once"
    case .noCases(let path): "\(path) holds no case"
    case .noValue(let name, let vector): "no \(name) in \(vector)"
    case .badValue(let name, let vector): "\(name) cannot be read in \(vector)"
    }
  }
}
