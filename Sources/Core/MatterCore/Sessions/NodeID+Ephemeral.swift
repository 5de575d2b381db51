import MatterWire

extension NodeID {
  /// An ephemeral node id made of entropy. The top bit is cleared and 0 avoided, which keeps it
  /// within the operational range of 1...0xFFFF_FFEF_FFFF_FFFF.
  static func ephemeral(from entropy: UInt64) -> NodeID {
    NodeID(max(entropy & 0x7FFF_FFFF_FFFF_FFFF, 1))
  }
}
