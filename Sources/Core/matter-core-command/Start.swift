/// The core as a WASI command: what the process `matter-core` is, where WebAssembly runs.
private nonisolated(unsafe) var pump = FramePump()

@_expose(wasm, "_start") @c(_start)
public func start() {
  let ending = unsafe pump.run()
  unsafe pump.report(ending)
  procExit(ending.status)
}
