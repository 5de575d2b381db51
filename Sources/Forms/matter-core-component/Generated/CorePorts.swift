// Generated from aadl/; change the model, then run `matter-sim model swift`.
import CanonicalABI

/// The port `message_in`, as the canonical ABI calls it.
@_expose(wasm, "matter:verified-core/core@0.1.0#message-in") @c(core_message_in)
public func exportedMessageIn(
  _ slot0: UInt32, _ slot1: UInt32, _ slot2: UInt32, _ slot3: UInt32, _ slot4: UInt32,
  _ slot5: UInt32, _ slot6: UInt32, _ slot7: UInt32, _ slot8: UInt32, _ slot9: UInt32,
  _ slot10: UInt32, _ slot11: UInt32, _ slot12: UInt32
) {
  var values = FlatValues()
  values.append(UInt64(slot0))
  values.append(UInt64(slot1))
  values.append(UInt64(slot2))
  values.append(UInt64(slot3))
  values.append(UInt64(slot4))
  values.append(UInt64(slot5))
  values.append(UInt64(slot6))
  values.append(UInt64(slot7))
  values.append(UInt64(slot8))
  values.append(UInt64(slot9))
  values.append(UInt64(slot10))
  values.append(UInt64(slot11))
  values.append(UInt64(slot12))
  messageIn(values)
}

/// The port `clock_in`, as the canonical ABI calls it.
@_expose(wasm, "matter:verified-core/core@0.1.0#clock-in") @c(core_clock_in)
public func exportedClockIn(_ slot0: UInt64) {
  var values = FlatValues()
  values.append(slot0)
  clockIn(values)
}

/// The port `entropy_in`, as the canonical ABI calls it.
@_expose(wasm, "matter:verified-core/core@0.1.0#entropy-in") @c(core_entropy_in)
public func exportedEntropyIn(_ slot0: UInt32, _ slot1: UInt32) {
  var values = FlatValues()
  values.append(UInt64(slot0))
  values.append(UInt64(slot1))
  entropyIn(values)
}
