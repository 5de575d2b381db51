public import HostShell
import MatterCrypto

/// Which build of the core a run uses.
public struct CoreBuild: Equatable, Sendable {
  /// SHA-256 of what holds the core, 32 bytes: of a WebAssembly core the module, whatever engine runs
  /// it; else of the program, which is the running one for the core as a library.
  public let hash: [UInt8]
  /// SHA-256 of the sources that it was built from; nil when that cannot be told.
  public let sourcesHash: [UInt8]?
  /// The file that holds the core.
  public let file: String
  /// The engine, for a WebAssembly core.
  public let engine: EngineIdentity?

  /// Why it cannot be told which build a core is.
  public enum Failure: Error, Equatable, Sendable {
    /// The core is not here.
    case notFound(CoreStartError)
    /// What holds it cannot be read.
    case unreadable(TraceError)
  }

  public init(
    hash: [UInt8], sourcesHash: [UInt8]? = nil, file: String = "", engine: EngineIdentity? = nil
  ) {
    self.hash = hash
    self.sourcesHash = sourcesHash
    self.file = file
    self.engine = engine
  }

  public init(of core: CoreChoice) throws(Failure) {
    switch core {
    case .native:
      let path = try Self.found { () throws(CoreStartError) in
        try CoreChoice.pathBesideThisProgram("matter-core")
      }
      try self.init(program: path)
    case .inProcess:
      let path = try Self.found { () throws(CoreStartError) in
        try CoreChoice.pathOfThisProgram()
      }
      try self.init(program: path)
    case .program(let path): try self.init(program: path)
    case .wasm(let engine):
      let runtime = try Self.found { () throws(CoreStartError) in
        try WasmRuntime.find(engine)
      }
      self.init(
        hash: try Self.hash(ofFile: runtime.module),
        sourcesHash: CoreSources.hash(of: runtime.module), file: runtime.module,
        engine: EngineIdentity(
          name: WasmRuntime.version(of: engine), fuelPerStep: runtime.fuelPerStep))
    }
  }

  private init(program: String) throws(Failure) {
    self.init(
      hash: try Self.hash(ofFile: program), sourcesHash: CoreSources.hash(of: program),
      file: program)
  }

  private static func found<Value>(
    _ find: () throws(CoreStartError) -> Value
  ) throws(Failure) -> Value {
    do throws(CoreStartError) { return try find() } catch { throw .notFound(error) }
  }

  private static func hash(ofFile path: String) throws(Failure) -> [UInt8] {
    do throws(TraceError) {
      var source = try ByteSource(path: path)
      var hash = SHA256()
      while let piece = try source.takePiece() { hash.update(piece.span) }
      let digest = hash.finish()
      return digest.span.copied()
    } catch {
      throw .unreadable(error)
    }
  }
}

extension CoreBuild.Failure: CustomStringConvertible {
  /// One line.
  public var description: String {
    switch self {
    case .notFound(let error): "\(error)"
    case .unreadable(let error): "it cannot be read: \(error)"
    }
  }
}
