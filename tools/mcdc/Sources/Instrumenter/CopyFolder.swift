import Foundation

/// The folder that holds the copies: only what has changed is written, so that only that is built.
public struct CopyFolder {
  private let path: String

  public init(path: String) {
    self.path = path
  }

  /// Makes the folder hold these copies and no others.
  public func hold(_ copies: [ModuleSet.Copy]) throws(InstrumenterError) {
    let files = FileManager.default
    let wanted = Set(copies.map(\.path))
    for case let name as String in files.enumerator(atPath: path) ?? .init()
    where name.hasSuffix(".swift") && !wanted.contains(name) {
      try? files.removeItem(atPath: "\(path)/\(name)")
    }
    for copy in copies {
      let target = URL(filePath: path).appending(path: copy.path)
      let data = Data(copy.text)
      guard (try? Data(contentsOf: target)) != data else { continue }
      do {
        try files.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: target)
      } catch {
        throw .unwritable(target.path)
      }
    }
  }
}
