import CorePump

/// The core as a WASI command: what the process `matter-core` is, where WebAssembly runs.
private nonisolated(unsafe) var pump = FramePump()

@_expose(wasm, "_start") @c(_start)
public func start() {
  let ending = unsafe pump.run(read: StandardPipes.read, write: StandardPipes.write)
  if let message = ending.message { StandardPipes.report(message) }
  procExit(UInt32(bitPattern: ending.status))
}
