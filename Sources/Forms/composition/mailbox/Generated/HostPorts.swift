// Generated from aadl/; change the model, then run `matter-sim model swift`.
import CanonicalABI

/// The port `message_out`, as the canonical ABI calls it.
@_expose(wasm, "matter:verified-core/host@0.1.0#message-out") @c(host_message_out)
public func exportedMessageOut(
  _ slot0: UInt32, _ slot1: UInt32, _ slot2: UInt64, _ slot3: UInt32, _ slot4: UInt32,
  _ slot5: UInt32, _ slot6: UInt32, _ slot7: UInt32, _ slot8: UInt32, _ slot9: UInt32,
  _ slot10: UInt32, _ slot11: UInt32, _ slot12: UInt32, _ slot13: UInt32, _ slot14: UInt32
) {
  var values = FlatValues()
  values.append(UInt64(slot0))
  values.append(UInt64(slot1))
  values.append(slot2)
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
  values.append(UInt64(slot13))
  values.append(UInt64(slot14))
  messageOut(values)
}

/// The port `deadline_out`, as the canonical ABI calls it.
@_expose(wasm, "matter:verified-core/host@0.1.0#deadline-out") @c(host_deadline_out)
public func exportedDeadlineOut(_ slot0: UInt32, _ slot1: UInt64) {
  var values = FlatValues()
  values.append(UInt64(slot0))
  values.append(slot1)
  deadlineOut(values)
}

/// The port `entropy_wanted`, as the canonical ABI calls it.
@_expose(wasm, "matter:verified-core/host@0.1.0#entropy-wanted") @c(host_entropy_wanted)
public func exportedEntropyWanted(_ slot0: UInt32) {
  var values = FlatValues()
  values.append(UInt64(slot0))
  entropyWanted(values)
}
