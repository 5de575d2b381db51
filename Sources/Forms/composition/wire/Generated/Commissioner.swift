// Generated from aadl/; change the model, then run `matter-sim model swift`.
import CanonicalABI

/// The functions of `commissioner`.
enum Commissioner {
  /// A datagram from a peer, or a command from the host application.
  static func messageIn(_ values: FlatValues) {
    importedCommissionerMessageIn(
      UInt32(truncatingIfNeeded: values[0]), UInt32(truncatingIfNeeded: values[1]),
      UInt32(truncatingIfNeeded: values[2]), UInt32(truncatingIfNeeded: values[3]),
      UInt32(truncatingIfNeeded: values[4]), UInt32(truncatingIfNeeded: values[5]),
      UInt32(truncatingIfNeeded: values[6]), UInt32(truncatingIfNeeded: values[7]),
      UInt32(truncatingIfNeeded: values[8]), UInt32(truncatingIfNeeded: values[9]),
      UInt32(truncatingIfNeeded: values[10]), UInt32(truncatingIfNeeded: values[11]),
      UInt32(truncatingIfNeeded: values[12]))
  }

  /// The monotonic time in microseconds; it never goes back.
  static func clockIn(_ values: FlatValues) {
    importedCommissionerClockIn(values[0])
  }

  /// At most 64 bytes of a CSPRNG.
  static func entropyIn(_ values: FlatValues) {
    importedCommissionerEntropyIn(
      UInt32(truncatingIfNeeded: values[0]), UInt32(truncatingIfNeeded: values[1]))
  }
}

@_extern(wasm, module: "commissioner", name: "message-in") @_extern(c)
private func importedCommissionerMessageIn(
  _ slot0: UInt32, _ slot1: UInt32, _ slot2: UInt32, _ slot3: UInt32, _ slot4: UInt32,
  _ slot5: UInt32, _ slot6: UInt32, _ slot7: UInt32, _ slot8: UInt32, _ slot9: UInt32,
  _ slot10: UInt32, _ slot11: UInt32, _ slot12: UInt32)

@_extern(wasm, module: "commissioner", name: "clock-in") @_extern(c)
private func importedCommissionerClockIn(_ slot0: UInt64)

@_extern(wasm, module: "commissioner", name: "entropy-in") @_extern(c)
private func importedCommissionerEntropyIn(_ slot0: UInt32, _ slot1: UInt32)
