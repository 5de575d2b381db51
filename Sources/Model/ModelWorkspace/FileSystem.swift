import Glibc
import OperatingSystem

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
    do throws(SystemError) {
      let file = try FileDescriptor(opening: path, O_RDONLY)
      defer { file.close() }
      return try file.readToEnd(limit: largest)
    } catch {
      throw failure(path, error)
    }
  }

  /// Writes the file, and makes the folder it is in.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    if let slash = path.lastIndex(of: "/") { makeFolder(String(path[..<slash])) }
    do throws(SystemError) {
      let file = try FileDescriptor(opening: path, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o644)
      defer { file.close() }
      try file.write(bytes.span)
    } catch {
      throw failure(path, error)
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

  private static func failure(_ path: String, _ error: SystemError = .last) -> FileError {
    FileError(path: path, reason: "\(error)")
  }
}
