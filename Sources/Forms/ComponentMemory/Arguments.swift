public import CanonicalABI

/// What each program here that is part of a component has: memory for the lists that a call brings,
/// and for those that it takes along. There is no heap.
///
/// A value that is none of its type, and a list too long for any, end the instance.
private nonisolated(unsafe) var arriving = PortLists()
private nonisolated(unsafe) var leaving = FlatWriter()

/// `cabi_realloc` of the canonical ABI: where the caller puts a list before the call.
/// - Returns: its address.
@_expose(wasm, "cabi_realloc") @c(cabi_realloc)
public func reallocate(
  _ old: UInt32, _ oldSize: UInt32, _ alignment: UInt32, _ size: UInt32
) -> UInt32 {
  precondition(oldSize == 0, "no list grows")
  precondition(alignment == 1, "all lists are of bytes")
  do {
    let start = try unsafe arriving.allocate(Int(size))
    return unsafe address(of: &arriving.storage) + UInt32(start)
  } catch {
    preconditionFailure("the lists of an argument fit the largest value")
  }
}

/// The argument that has arrived.
public func lifted<Value: CanonicalValue>(
  _ values: FlatValues, as type: Value.Type = Value.self
) -> Value {
  let base = unsafe address(of: &arriving.storage)
  var reader = unsafe FlatReader(values, arena: arriving.span, at: base)
  let value: Value
  do {
    value = try Value(lifting: &reader)
  } catch {
    preconditionFailure("an argument is a value of its type")
  }
  unsafe arriving.removeAll()
  return value
}

/// An argument that is to leave; its lists stay where they are until the next one leaves.
public func lowered(_ value: some CanonicalValue) -> FlatValues {
  unsafe leaving.begin(arenaAt: address(of: &leaving.arena.storage))
  do {
    try unsafe value.lower(into: &leaving)
  } catch {
    preconditionFailure("the lists of a value fit the largest value")
  }
  return unsafe leaving.values
}

/// Where something lies that stays in its place.
public func address<Value>(of value: inout Value) -> UInt32 {
  unsafe withUnsafePointer(to: &value) { UInt32(UInt(bitPattern: $0)) }
}
