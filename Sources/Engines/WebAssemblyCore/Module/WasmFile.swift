import Glibc
import MatterBytes
import MatterCrypto
import OperatingSystem

/// A file that is, or should be, WebAssembly.
package struct WasmFile: Equatable, Sendable {
  package let path: String
  package let bytes: [UInt8]

  /// Why a file is not read.
  package enum ReadError: Error, Equatable, Sendable {
    case system(SystemError)
    /// It has more bytes than any module that is looked at here.
    case tooLarge
  }

  /// More is not read: a core is a thousandth of it.
  private static let largest = 1 << 27

  package init(path: String) throws(ReadError) {
    self.path = path
    do throws(SystemError) {
      let file = try FileDescriptor(opening: path, O_RDONLY)
      defer { file.close() }
      bytes = try file.readToEnd(limit: Self.largest)
    } catch {
      throw .system(error)
    }
    guard bytes.count <= Self.largest else { throw .tooLarge }
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
    case .system(let error): "\(error)"
    case .tooLarge: "it is larger than any core"
    }
  }
}
