import Glibc
import MatterCrypto
import OperatingSystem

/// SHA-256 of the bytes that are, or hold, a core: the identity of a build. 32 bytes.
package enum CoreHash {
  package static func of(_ bytes: Span<UInt8>) -> [UInt8] {
    array(SHA256.hash(bytes))
  }

  /// The hash of the program that runs here. Its file cannot be written while it runs, and another
  /// that has taken its name is not looked at.
  static func ofRunningProgram() throws(SystemError) -> [UInt8] {
    let file = try FileDescriptor(opening: RunningProgram.file, O_RDONLY)
    defer { file.close() }
    var hash = SHA256()
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      var front = piece.mutableSpan
      let count = try file.read(into: &front)
      guard count > 0 else { return array(hash.finish()) }
      hash.update(piece.span.extracting(first: count))
    }
  }

  private static func array(_ digest: [32 of UInt8]) -> [UInt8] {
    digest.span.indices.map { digest.span[$0] }
  }
}
