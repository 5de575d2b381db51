// Generated from aadl/; change the model, then run `matter-sim model swift`.
import CanonicalABI

/// The functions of `matter:verified-core/host@0.1.0`.
enum Host {
  /// A datagram to send, or a notice for the host application.
  static func messageOut(_ values: FlatValues) {
    importedHostMessageOut(
      UInt32(truncatingIfNeeded: values[0]), UInt32(truncatingIfNeeded: values[1]), values[2],
      UInt32(truncatingIfNeeded: values[3]), UInt32(truncatingIfNeeded: values[4]),
      UInt32(truncatingIfNeeded: values[5]), UInt32(truncatingIfNeeded: values[6]),
      UInt32(truncatingIfNeeded: values[7]), UInt32(truncatingIfNeeded: values[8]),
      UInt32(truncatingIfNeeded: values[9]), UInt32(truncatingIfNeeded: values[10]),
      UInt32(truncatingIfNeeded: values[11]), UInt32(truncatingIfNeeded: values[12]),
      UInt32(truncatingIfNeeded: values[13]), UInt32(truncatingIfNeeded: values[14]))
  }

  /// When, in microseconds, the core next wants `clock_in`; absent for never.
  static func deadlineOut(_ values: FlatValues) {
    importedHostDeadlineOut(UInt32(truncatingIfNeeded: values[0]), values[1])
  }

  /// How many bytes the entropy pool would like.
  static func entropyWanted(_ values: FlatValues) {
    importedHostEntropyWanted(UInt32(truncatingIfNeeded: values[0]))
  }
}

@_extern(wasm, module: "matter:verified-core/host@0.1.0", name: "message-out") @_extern(c)
private func importedHostMessageOut(
  _ slot0: UInt32, _ slot1: UInt32, _ slot2: UInt64, _ slot3: UInt32, _ slot4: UInt32,
  _ slot5: UInt32, _ slot6: UInt32, _ slot7: UInt32, _ slot8: UInt32, _ slot9: UInt32,
  _ slot10: UInt32, _ slot11: UInt32, _ slot12: UInt32, _ slot13: UInt32, _ slot14: UInt32)

@_extern(wasm, module: "matter:verified-core/host@0.1.0", name: "deadline-out") @_extern(c)
private func importedHostDeadlineOut(_ slot0: UInt32, _ slot1: UInt64)

@_extern(wasm, module: "matter:verified-core/host@0.1.0", name: "entropy-wanted") @_extern(c)
private func importedHostEntropyWanted(_ slot0: UInt32)
