/// Where a file is not as the model has it.
package enum Difference: Equatable, Sendable {
  case missing(String)
  /// No generator makes the file.
  case leftOver(String)
  /// The first line that differs, counted from 1; `nil` behind the end of one of the texts.
  case line(path: String, number: Int, disk: String?, model: String?)

  package var message: String {
    switch self {
    case .missing(let path): "\(path): is not there; run `matter-sim model swift` and `… wit`"
    case .leftOver(let path): "\(path): the model does not have this any more"
    case .line(let path, let number, let disk, let model):
      "\(path):\(number): differs from the model\n"
        + "  file:  \(disk ?? "(the end)")\n  model: \(model ?? "(the end)")"
    }
  }

  static func first(in path: String, disk: String, model: String) -> Difference? {
    guard disk != model else { return nil }
    let left = disk.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let right = model.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let same = zip(left, right).prefix { $0 == $1 }.count
    return .line(
      path: path, number: same + 1, disk: same < left.count ? left[same] : nil,
      model: same < right.count ? right[same] : nil)
  }
}
