public import HostShell
import MatterCrypto

/// Which build of the core a run uses.
public enum CoreBuild {
  /// SHA-256 of the program that holds the core, 32 bytes: `matter-core`, another program that
  /// speaks as it does, or for the library the running program itself.
  /// - Throws: `system` when the program cannot be read.
  public static func hash(of core: CoreChoice) throws(TraceError) -> [UInt8] {
    var source = try ByteSource(path: path(of: core))
    var hash = SHA256()
    while let piece = try source.takePiece() { hash.update(piece.span) }
    let digest = hash.finish()
    return digest.span.copied()
  }

  private static func path(of core: CoreChoice) throws(TraceError) -> String {
    switch core {
    case .native:
      do throws(CoreStartError) {
        return try CoreChoice.pathBesideThisProgram("matter-core")
      } catch {
        throw .system(error.reason)
      }
    case .inProcess: return "/proc/self/exe"
    case .program(let path): return path
    }
  }
}
