import CoreSeam
import MatterBytes
import MatterCore

/// The core as a WebAssembly module: its three in-ports are exports, its three out-ports imports,
/// and there is nothing else. A host writes a value as the seam encodes it to the address that
/// `input` gives, and then says how long it is.
///
/// Input that is no value, and a call from within an out-port, end the instance.
private nonisolated(unsafe) var node = Node()

/// Whether an in-port is being served: an out-port must not call another.
private nonisolated(unsafe) var isStepping = false

/// Where the host writes the value of an in-port.
/// - Returns: the address of `Frame.largestBody` bytes.
@_expose(wasm, "input") @c(input)
public func input() -> UInt32 {
  unsafe withUnsafePointer(to: &node.input) { UInt32(UInt(bitPattern: $0)) }
}

/// `message_in`: the first `count` bytes of the input are a `MessageIn`.
@_expose(wasm, "message-in") @c(message_in)
public func messageIn(_ count: UInt32) {
  do {
    var reader = ByteReader(unsafe node.input.span.extracting(first: Int(count)))
    let message = try MessageIn(from: &reader)
    precondition(reader.remaining == 0, "no bytes after the message")
    step(.message(message))
  } catch {
    preconditionFailure("the input is a message")
  }
}

/// `clock_in`: the monotonic time in microseconds.
@_expose(wasm, "clock-in") @c(clock_in)
public func clockIn(_ microseconds: UInt64) {
  step(.clock(microseconds))
}

/// `entropy_in`: the first `count` bytes of the input, 1...64, are from a CSPRNG.
@_expose(wasm, "entropy-in") @c(entropy_in)
public func entropyIn(_ count: UInt32) {
  do {
    step(.entropy(try BoundedBytes(copying: unsafe node.input.span.extracting(first: Int(count)))))
  } catch {
    preconditionFailure("the input is at most 64 bytes of entropy")
  }
}

private func step(_ event: InEvent) {
  precondition(unsafe !isStepping, "no in-port is called from an out-port")
  unsafe isStepping = true
  unsafe node.step(event)
  unsafe isStepping = false
}
