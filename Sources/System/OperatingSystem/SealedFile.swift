import Glibc

/// Bytes in memory, as a file that nobody can change any more, not even who made it.
///
/// A process that is started with it inherits its descriptor, and can read it, or be it. It is gone
/// with its last user.
public final class SealedFile: Sendable {
  /// Its descriptor, which is for reading only, and which only those processes inherit that are
  /// started with it.
  public let descriptor: FileDescriptor

  /// - Parameter name: what the system's lists of open files call it; they take its first 249 bytes.
  public init(_ bytes: Span<UInt8>, name: String) throws(SystemError) {
    let writable = try Self.anonymousFile(name)
    defer { writable.close() }
    try writable.write(bytes)
    guard fcntl(writable.number, Seals.add, Seals.all) == 0 else { throw .last }
    descriptor = try FileDescriptor(opening: Self.path(of: writable), O_RDONLY)
  }

  deinit {
    descriptor.close()
  }

  /// Where it is found, here and in a process that inherits it.
  public var path: String { Self.path(of: descriptor) }

  private static func path(of descriptor: FileDescriptor) -> String {
    "/proc/self/fd/\(descriptor.number)"
  }

  /// An empty file that can be sealed and, if it is a program, be run.
  private static func anonymousFile(_ name: String) throws(SystemError) -> FileDescriptor {
    let name = String(decoding: name.utf8.prefix(longestName), as: UTF8.self)
    var number = unsafe memfd_create(name, Creation.all)
    // Before Linux 6.3 nobody had to ask that the file can be run.
    if number < 0, errno == EINVAL {
      number = unsafe memfd_create(name, Creation.all & ~Creation.executable)
    }
    guard number >= 0 else { throw .last }
    return FileDescriptor(number)
  }

  private static let longestName = 249

  // What follows is in Glibc, but not in what Swift sees of it.

  private enum Creation {
    /// `MFD_EXEC`.
    static let executable: UInt32 = 0x10
    /// With `MFD_CLOEXEC` and `MFD_ALLOW_SEALING`.
    static let all: UInt32 = executable | 0x1 | 0x2
  }

  private enum Seals {
    /// `F_ADD_SEALS`.
    static let add: Int32 = 1033
    /// Against writing, growing, shrinking and further seals: `F_SEAL_WRITE` and the like.
    static let all: Int32 = 0x8 | 0x4 | 0x2 | 0x1
  }
}

@_extern(c, "memfd_create")
private func memfd_create(_ name: UnsafePointer<CChar>, _ flags: UInt32) -> Int32
