/// Reads from a descriptor into the `count` buffers that a list at address `vectors` names, and
/// stores at `result` how many bytes that were, 0 at the end.
/// - Returns: 0, or the number of an error.
@_extern(wasm, module: "wasi_snapshot_preview1", name: "fd_read") @_extern(c)
func fdRead(_ descriptor: UInt32, _ vectors: UInt32, _ count: UInt32, _ result: UInt32) -> UInt32

/// The same for writing.
@_extern(wasm, module: "wasi_snapshot_preview1", name: "fd_write") @_extern(c)
func fdWrite(_ descriptor: UInt32, _ vectors: UInt32, _ count: UInt32, _ result: UInt32) -> UInt32

/// Ends the program.
@_extern(wasm, module: "wasi_snapshot_preview1", name: "proc_exit") @_extern(c)
func procExit(_ status: UInt32)
