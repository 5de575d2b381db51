import CanonicalABI
import ComponentMemory
import CoreSeam
import MatterBytes

/// A value that the core emits, as the seam encodes it: no value is longer than a frame.
private nonisolated(unsafe) var emitted = PortLists().storage

/// `message_out` of the core module: `count` bytes of its memory, from `start` on.
@_expose(wasm, "message-out") @c(message_out)
public func messageOut(_ start: UInt32, _ count: UInt32) {
  let size = unsafe emitted.count
  precondition(count <= UInt32(size), "no value is longer than a frame")
  fromCore(start, unsafe address(of: &emitted), count)
  var reader = unsafe ByteReader(emitted.span.extracting(first: Int(count)))
  do {
    let message = try MessageOut(from: &reader)
    precondition(reader.remaining == 0, "no bytes after the message")
    Host.messageOut(lowered(message))
  } catch {
    preconditionFailure("the core emits messages that can be read")
  }
}

/// `deadline_out` of the core module.
@_expose(wasm, "deadline-out") @c(deadline_out)
public func deadlineOut(_ isSome: UInt32, _ microseconds: UInt64) {
  let deadline: DeadlineOut = isSome == 0 ? nil : microseconds
  Host.deadlineOut(lowered(deadline))
}

/// `entropy_wanted` of the core module.
@_expose(wasm, "entropy-wanted") @c(entropy_wanted)
public func entropyWanted(_ count: UInt32) {
  Host.entropyWanted(lowered(count))
}

/// Copies from the core's memory to that of this module.
@_extern(wasm, module: "bridge", name: "from-core") @_extern(c)
private func fromCore(_ from: UInt32, _ to: UInt32, _ count: UInt32)
