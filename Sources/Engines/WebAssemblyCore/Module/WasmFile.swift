import Glibc
import MatterBytes
import MatterCrypto

/// A file that is, or should be, WebAssembly.
package struct WasmFile: Equatable, Sendable {
  package let path: String
  package let bytes: [UInt8]

  /// Why a file is not read.
  package enum ReadError: Error, Equatable, Sendable {
    /// The number of the system's error.
    case system(Int32)
    /// It has more bytes than any module that is looked at here.
    case tooLarge
  }

  /// More is not read: a core is a thousandth of it.
  private static let largest = 1 << 27

  package init(path: String) throws(ReadError) {
    self.path = path
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { _ = close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(errno) }
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
      guard bytes.count <= Self.largest else { throw .tooLarge }
    }
    self.bytes = bytes
  }

  /// SHA-256 of the file: the identity of the core in it. 32 bytes.
  package var hash: [UInt8] { Self.hash(of: bytes[...]) }

  package static func hash(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes.span)
    let digest = hash.finish()
    return digest.span.indices.map { digest.span[$0] }
  }
}

extension WasmFile.ReadError: CustomStringConvertible {
  /// Half a line, to stand after the file's name.
  package var description: String {
    switch self {
    case .system(let number):
      unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    case .tooLarge: "it is larger than any core"
    }
  }
}
