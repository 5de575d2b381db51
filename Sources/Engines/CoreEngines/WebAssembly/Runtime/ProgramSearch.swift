import Glibc

/// Where programs are.
enum ProgramSearch {
  /// The program of this name in the first folder of the PATH that has one.
  static func onPath(_ name: String) -> String? {
    guard let path = unsafe getenv("PATH") else { return nil }
    let folders = unsafe String(cString: path).split(separator: ":")
    return folders.map { $0 + "/" + name }.first { unsafe access($0, X_OK) == 0 }
  }

  /// `wasmkit`, on the PATH or beside `swift`.
  static var wasmkit: String? {
    if let found = onPath("wasmkit") { return found }
    guard let swift = onPath("swift") else { return nil }
    guard let whole = unsafe realpath(swift, nil) else { return nil }
    defer { unsafe free(whole) }
    let path = unsafe String(cString: whole)
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    let beside = String(folder) + "/wasmkit"
    return unsafe access(beside, X_OK) == 0 ? beside : nil
  }
}
