/// What was recorded: which core, by which seam, and how it was configured.
public struct RunIdentity: Equatable, Sendable {
  /// SHA-256 of the core's program, or of its WebAssembly module.
  public var coreHash: [UInt8]
  /// SHA-256 that stands for the layout of all port values.
  public var seamHash: [UInt8]
  /// Whether all secrets were taken out.
  public var isRedacted: Bool
  /// Whether the entropy came from a seed.
  public var isSeeded: Bool
  /// How the run was configured, for people.
  public var configuration: String
  /// SHA-256 of the core's sources (`CoreSources`), where the core was built from those at hand;
  /// nil where that is not known.
  public var sourcesHash: [UInt8]?
  /// Whether the trace says of each output in which step the core emitted it.
  public var tellsSteps: Bool
  /// The engine under a WebAssembly core. A reader tells it apart from this, as an item of its own.
  public var engine: EngineIdentity?

  /// - Parameters:
  ///   - coreHash: 32 bytes.
  ///   - seamHash: 32 bytes.
  ///   - sourcesHash: 32 bytes, or nil.
  public init(
    coreHash: [UInt8], seamHash: [UInt8], isRedacted: Bool, isSeeded: Bool, configuration: String,
    sourcesHash: [UInt8]? = nil, tellsSteps: Bool = false, engine: EngineIdentity? = nil
  ) {
    for hash in [coreHash, seamHash, sourcesHash ?? seamHash] {
      precondition(hash.count == 32, "SHA-256 has 32 bytes")
    }
    self.coreHash = coreHash
    self.seamHash = seamHash
    self.isRedacted = isRedacted
    self.isSeeded = isSeeded
    self.configuration = configuration
    self.sourcesHash = sourcesHash
    self.tellsSteps = tellsSteps
    self.engine = engine
  }
}
