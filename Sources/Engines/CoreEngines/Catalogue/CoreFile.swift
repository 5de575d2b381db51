import Glibc
import OperatingSystem

/// A file that holds a core, or should, as it was at the one time when it was read.
package struct CoreFile: Equatable, Sendable {
  package let path: String
  package let bytes: [UInt8]
  /// Whether this user may run it.
  let isExecutable: Bool

  /// More is not read: a core is a hundredth of it.
  private static let largest = 1 << 27

  /// Reads all of it.
  package init(path: String) throws(CoreReadError) {
    let file = try Self.open(path)
    defer { file.close() }
    guard Self.isRegular(file) else { throw .notAFile }
    self.path = path
    isExecutable = unsafe access("/proc/self/fd/\(file.number)", X_OK) == 0
    bytes = try Self.read(file)
    guard bytes.count <= Self.largest else { throw .tooLarge }
  }

  private static func open(_ path: String) throws(CoreReadError) -> FileDescriptor {
    do throws(SystemError) {
      // Opening a pipe must not wait for its other side.
      return try FileDescriptor(opening: path, O_RDONLY | O_NONBLOCK)
    } catch {
      throw .system(error)
    }
  }

  private static func isRegular(_ file: FileDescriptor) -> Bool {
    var status = stat()
    return unsafe fstat(file.number, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func read(_ file: FileDescriptor) throws(CoreReadError) -> [UInt8] {
    do throws(SystemError) {
      return try file.readToEnd(limit: largest)
    } catch {
      throw .system(error)
    }
  }

  /// SHA-256, 32 bytes.
  package var hash: [UInt8] { CoreHash.of(bytes.span) }

  func module() throws(ModuleFlaw) -> WasmModule {
    do throws(WasmModuleError) {
      return try WasmModule(bytes)
    } catch {
      throw .unreadable(error)
    }
  }

  /// The last part of the path.
  private var name: String {
    String(path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...])
  }

  /// The same bytes where nobody can change them: what is started.
  func sealed() throws(CoreStartError) -> SealedFile {
    do throws(SystemError) {
      return try SealedFile(bytes.span, name: name)
    } catch {
      throw .notStarted(path: path, error)
    }
  }
}
