import ComponentMemory
import MatterBytes

/// The wire of a composition of two cores, with what it does when it is run.
private nonisolated(unsafe) var wire = Wire()
private nonisolated(unsafe) var hasRun = false
private nonisolated(unsafe) var failure = BoundedBytes<128>()

/// A `result<_, string>` as the canonical ABI has it in memory: which of both it is, and the address
/// and length of the text.
private nonisolated(unsafe) var outcome = [3 of UInt32](repeating: 0)

/// A `list<u8>`: address and length.
private nonisolated(unsafe) var list = [2 of UInt32](repeating: 0)

/// `run: func() -> result<_, string>`: the whole run, which an instance can make once.
@_expose(wasm, "run") @c(run)
public func run() -> UInt32 {
  precondition(unsafe !hasRun, "an instance runs once")
  unsafe hasRun = true
  do {
    try unsafe wire.pairAndExchange()
    unsafe outcome[0] = 0
  } catch {
    unsafe failure = error.text
    unsafe outcome[0] = 1
    unsafe outcome[1] = address(of: &failure)
    unsafe outcome[2] = UInt32(failure.count)
  }
  return unsafe address(of: &outcome)
}

/// `crossed: func() -> list<u8>`: all that has crossed the seams of both cores, for a comparison with
/// cores that run elsewhere.
@_expose(wasm, "crossed") @c(crossed)
public func crossed() -> UInt32 {
  unsafe list[0] = address(of: &wire.crossed.storage)
  unsafe list[1] = UInt32(wire.crossed.count)
  return unsafe address(of: &list)
}
