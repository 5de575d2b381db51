import Glibc

/// Why a file or folder could not be used.
package struct FileError: Error, Equatable {
  package let path: String
  /// The system's words.
  package let reason: String

  package var message: String { "\(path): \(reason)" }
}

/// The few things that the model's commands do with files.
enum FileSystem {
  /// More of one file is never read; the parser refuses such a text.
  private static let largest = 32 << 20

  static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < largest {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { break }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw failure(path)
      }
      bytes += chunk[0..<count]
    }
    return bytes
  }

  /// Writes the file, and makes the folder it is in.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    if let slash = path.lastIndex(of: "/") { makeFolder(String(path[..<slash])) }
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count >= 0 {
        rest.removeFirst(count)
      } else if errno != EINTR {
        throw failure(path)
      }
    }
  }

  /// The files of a folder whose names end so, sorted; with `deeply`, also those of its folders.
  static func files(
    in folder: String, ending suffix: String, deeply: Bool = false
  ) throws(FileError) -> [String] {
    guard let directory = unsafe opendir(folder) else { throw failure(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    unsafe closedir(directory)
    var files: [String] = []
    for path in names.sorted().map({ folder + "/" + $0 }) {
      if isFolder(path) {
        if deeply { files += try self.files(in: path, ending: suffix, deeply: true) }
      } else if path.hasSuffix(suffix) {
        files.append(path)
      }
    }
    return files
  }

  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  static func remove(_ path: String) throws(FileError) {
    guard unsafe unlink(path) == 0 else { throw failure(path) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return unsafe stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  private static func makeFolder(_ path: String) {
    if exists(path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      makeFolder(String(path[..<slash]))
    }
    unsafe mkdir(path, 0o755)
  }

  private static func failure(_ path: String) -> FileError {
    guard let words = unsafe strerror(errno) else { return FileError(path: path, reason: "error") }
    return FileError(path: path, reason: unsafe String(cString: words))
  }
}
