/// `message_out`: a `MessageOut` as the seam encodes it, `count` bytes from address `start` on.
@_extern(wasm, module: "matter-core", name: "message-out") @_extern(c)
func messageOut(_ start: UInt32, _ count: UInt32)

/// `deadline_out`: the time in microseconds, or none when `isSome` is 0.
@_extern(wasm, module: "matter-core", name: "deadline-out") @_extern(c)
func deadlineOut(_ isSome: UInt32, _ microseconds: UInt64)

/// `entropy_wanted`: how many bytes the pool would like.
@_extern(wasm, module: "matter-core", name: "entropy-wanted") @_extern(c)
func entropyWanted(_ count: UInt32)
