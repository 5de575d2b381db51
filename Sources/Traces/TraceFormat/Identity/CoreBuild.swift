/// Which build of the core a run uses.
public struct CoreBuild: Equatable, Sendable {
  /// SHA-256 of what holds the core, 32 bytes: of a WebAssembly core the module, whatever engine runs
  /// it; else of the program, which is the running one for the core as a library.
  public let hash: [UInt8]
  /// SHA-256 of the core's sources that it was built from, 32 bytes; nil when that cannot be told.
  public let sourcesHash: [UInt8]?
  /// The engine, for a WebAssembly core.
  public let engine: EngineIdentity?

  public init(hash: [UInt8], sourcesHash: [UInt8]? = nil, engine: EngineIdentity? = nil) {
    self.hash = hash
    self.sourcesHash = sourcesHash
    self.engine = engine
  }
}
