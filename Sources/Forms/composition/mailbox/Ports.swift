import CanonicalABI
import ComponentMemory
import CoreSeam
import MatterBytes

/// The mailbox of one core in a composition: it takes all that the core emits in a step, as frames,
/// until the wire has time for it. So no core is called while it emits.
private nonisolated(unsafe) var queue = FrameQueue()

/// What `take` returns: address and length of a list.
private nonisolated(unsafe) var result = [2 of UInt32](repeating: 0)

func messageOut(_ values: FlatValues) {
  unsafe queue.append(OutEvent.message(lifted(values)).frame())
}

func deadlineOut(_ values: FlatValues) {
  unsafe queue.append(OutEvent.deadline(lifted(values)).frame())
}

func entropyWanted(_ values: FlatValues) {
  unsafe queue.append(OutEvent.entropyWanted(lifted(values)).frame())
}

/// `take: func() -> list<u8>`: the first frame that has not been taken, or no bytes.
@_expose(wasm, "take") @c(take)
public func take() -> UInt32 {
  let frame = unsafe queue.takeFirst()
  unsafe result[0] = address(of: &queue.storage) + UInt32(frame.lowerBound)
  unsafe result[1] = UInt32(frame.count)
  return unsafe address(of: &result)
}
