/// Overwrites a secret that is no longer needed with zeros.
///
/// Best effort: copies that the compiler made elsewhere, in registers or on the stack, stay.
package func wipe<let count: Int>(_ bytes: inout [count of UInt8]) {
  var span = bytes.mutableSpan
  for index in span.indices { span[index] = 0 }
  settle(&span)
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

/// The same for bytes: one function for arrays of every length.
@inline(never)
@_optimize(none)
private func settle(_ bytes: inout MutableSpan<UInt8>) {
  let held = bytes[0]
  bytes[0] = held
}
