/// The engine under a WebAssembly core.
public struct EngineIdentity: Equatable, Sendable {
  /// Its name and version, such as `wasmtime 50.0.1`.
  public var name: String
  /// The fuel that a step might use; nil when the engine does not count.
  public var fuelPerStep: UInt64?

  public init(name: String, fuelPerStep: UInt64?) {
    self.name = name
    self.fuelPerStep = fuelPerStep
  }
}
