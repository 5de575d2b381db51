import Glibc
import MatterCrypto
import OperatingSystem

/// The sources that a program with the core was built from, as far as that can be told: where the
/// program stands in the build folder of a package that holds them.
enum CoreSources {
  /// SHA-256 over the core's sources: for each Swift file below `Sources/Core`, in the order of their
  /// paths, the path from there and the content, each with its length in 8 bytes before it.
  /// - Parameter program: the file that was built, a program or a module.
  /// - Returns: nil when there are no sources above the program, or one of them is newer than it:
  ///   then it was built from others.
  static func hash(of program: String) -> [UInt8]? {
    guard let built = FileStatus(program), let root = root(above: program) else { return nil }
    let paths = swiftFiles(below: root).sorted()
    var hash = SHA256()
    for path in paths {
      guard let source = FileStatus(root + path), source.changed <= built.changed,
        let content = content(of: root + path)
      else { return nil }
      for part in [Array(path.utf8), content] {
        let length = (0..<8).map { UInt8(truncatingIfNeeded: part.count >> (8 * $0)) }
        hash.update(length.span)
        hash.update(part.span)
      }
    }
    let digest = hash.finish()
    return paths.isEmpty ? nil : digest.span.indices.map { digest.span[$0] }
  }

  /// The folder of the core's sources in the package that a file is in.
  private static func root(above file: String) -> String? {
    var folder = file[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if FileStatus(folder + "/Package.swift") != nil,
        FileStatus(folder + "/Sources/Core")?.isFolder ?? false
      {
        return folder + "/Sources/Core"
      }
    }
    return nil
  }

  /// The paths of Swift files, from `root` on.
  private static func swiftFiles(below root: String, _ folder: String = "") -> [String] {
    guard let entries = unsafe opendir(root + folder) else { return [] }
    defer { unsafe closedir(entries) }
    var names: [String] = []
    while let entry = unsafe readdir(entries) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.flatMap { name -> [String] in
      let path = folder + "/" + name
      if name.hasSuffix(".swift") { return [path] }
      guard FileStatus(root + path)?.isFolder ?? false else { return [] }
      return swiftFiles(below: root, path)
    }
  }

  private static func content(of path: String) -> [UInt8]? {
    guard let file = try? FileDescriptor(opening: path, O_RDONLY) else { return nil }
    defer { file.close() }
    return try? file.readToEnd(limit: 1 << 24)
  }
}

/// What the system says of a file.
private struct FileStatus {
  let isFolder: Bool
  /// Nanoseconds since 1970.
  let changed: Int

  /// - Returns: nil when there is no such file.
  init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    changed = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }
}
