// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// How to open the commissioning window.
public struct WindowOrder: Equatable, Sendable {
  /// Passcode or verifier.
  public var secret: WindowSecret
  /// PBKDF2 iterations, 1,000...100,000.
  public var iterations: UInt32
  /// PBKDF2 salt, 16...32 bytes.
  public var salt: BoundedBytes<32>
  /// How long the window stays open, 180...900 s.
  public var durationSeconds: UInt16

  public init(
    secret: WindowSecret,
    iterations: UInt32,
    salt: BoundedBytes<32>,
    durationSeconds: UInt16
  ) {
    self.secret = secret
    self.iterations = iterations
    self.salt = salt
    self.durationSeconds = durationSeconds
  }
}

extension WindowOrder: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    try secret.encode(into: &output)
    try iterations.encode(into: &output)
    try salt.encode(into: &output)
    try durationSeconds.encode(into: &output)
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    secret = try WindowSecret(from: &reader)
    iterations = try UInt32(from: &reader)
    salt = try BoundedBytes<32>(from: &reader)
    durationSeconds = try UInt16(from: &reader)
  }
}
