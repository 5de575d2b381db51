/// Overwrites a secret that is no longer needed with zeros.
///
/// Best effort: copies that the compiler made elsewhere, in registers or on the stack, stay.
package func wipe<let count: Int>(_ bytes: inout [count of UInt8]) {
  overwrite(&bytes, with: [count of UInt8](repeating: 0))
}

/// Overwrites a secret that is no longer needed with a value that tells nothing.
///
/// The store stays in the program although nothing in it reads the value again: `settle` might.
package func overwrite<Value: BitwiseCopyable>(_ value: inout Value, with blank: Value) {
  value = blank
  settle(&value)
}

/// Changes nothing, of which the optimiser knows nothing: before the call `value` must stand in
/// memory. The body does use its argument, or callers would no longer pass it.
@inline(never)
@_optimize(none)
private func settle<Value: BitwiseCopyable>(_ value: inout Value) {
  let held = value
  value = held
}
