import CanonicalABI
import ComponentMemory
import CoreSeam
import MatterBytes

/// The adapter in the component of the core. The core module takes values as the seam encodes them;
/// a component passes them by the canonical ABI. What comes in is lifted here and encoded anew.
func messageIn(_ values: FlatValues) {
  let message = lifted(values, as: MessageIn.self)
  var encoded = FrameBytes()
  do {
    try message.encode(into: &encoded)
  } catch {
    preconditionFailure("the largest message fits a frame")
  }
  coreMessageIn(copied(encoded.span))
}

func clockIn(_ values: FlatValues) {
  coreClockIn(lifted(values, as: ClockIn.self))
}

func entropyIn(_ values: FlatValues) {
  let entropy = lifted(values, as: EntropyIn.self)
  coreEntropyIn(copied(entropy.span))
}

/// Puts bytes where the core reads its input.
/// - Returns: how many.
private func copied(_ bytes: Span<UInt8>) -> UInt32 {
  unsafe bytes.withUnsafeBytes { buffer in
    toCore(UInt32(UInt(bitPattern: buffer.baseAddress)), coreInput(), UInt32(buffer.count))
  }
  return UInt32(bytes.count)
}

@_extern(wasm, module: "core", name: "input") @_extern(c)
private func coreInput() -> UInt32

@_extern(wasm, module: "core", name: "message-in") @_extern(c)
private func coreMessageIn(_ count: UInt32)

@_extern(wasm, module: "core", name: "clock-in") @_extern(c)
private func coreClockIn(_ microseconds: UInt64)

@_extern(wasm, module: "core", name: "entropy-in") @_extern(c)
private func coreEntropyIn(_ count: UInt32)

/// Copies from this module's memory to the core's.
@_extern(wasm, module: "bridge", name: "to-core") @_extern(c)
private func toCore(_ from: UInt32, _ to: UInt32, _ count: UInt32)
