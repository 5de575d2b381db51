public import TraceFormat

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
  /// The engine under a WebAssembly core. A reader tells it apart from this, as an item of its own.
  public var engine: EngineIdentity?

  /// - Parameters:
  ///   - coreHash: 32 bytes.
  ///   - seamHash: 32 bytes.
  public init(
    coreHash: [UInt8], seamHash: [UInt8], isRedacted: Bool, isSeeded: Bool, configuration: String,
    engine: EngineIdentity? = nil
  ) {
    precondition(coreHash.count == 32, "SHA-256 has 32 bytes")
    precondition(seamHash.count == 32, "SHA-256 has 32 bytes")
    self.coreHash = coreHash
    self.seamHash = seamHash
    self.isRedacted = isRedacted
    self.isSeeded = isSeeded
    self.configuration = configuration
    self.engine = engine
  }
}
