/// Its argument, of which the optimiser knows nothing.
///
/// `@inline(never)` alone does not do: the optimiser still looks into the function for the range of
/// its result. `@_optimize(none)` is unofficial, so what it achieves is read from the object code.
@inline(never)
@_optimize(none)
package func opaque(_ value: UInt64) -> UInt64 { value }
