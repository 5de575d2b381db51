import MatterCrypto

/// The base point of P-256.
enum GeneratorPoint {
  static var encoded: [65 of UInt8] {
    var one = [40 of UInt8](repeating: 0)
    one[39] = 1
    return FixedBase.multiplyGenerator(by: Scalar(reducing: one.span)).normalized().encoded()
  }
}
