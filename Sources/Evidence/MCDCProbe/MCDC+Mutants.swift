// The run-time of a copy that holds mutants: each place asks whether the mutant that was chosen is
// one of its own. Mutants of one place have successive numbers; 0 is none.
extension MCDC {
  @usableFromInline nonisolated(unsafe) static var mutant: UInt32 = 0

  /// Chooses the mutant that the copy behaves as; 0 is none, and the copy is then the original.
  public static func choose(mutant: UInt32) {
    unsafe self.mutant = mutant
  }

  @inlinable static func isChosen(_ id: UInt32) -> Bool {
    unsafe mutant == id
  }

  /// A condition. Mutants: negated; dropped, so that it is always true, or always false.
  @inlinable public static func mutable(_ id: UInt32, _ value: Bool) -> Bool {
    if isChosen(id) { return !value }
    if isChosen(id &+ 1) { return true }
    return isChosen(id &+ 2) ? false : value
  }

  /// What a binding is of. Mutant: there is never a value.
  @_lifetime(copy value)
  @inlinable public static func mutable<Value: ~Copyable & ~Escapable>(
    binding id: UInt32, _ value: consuming Value?
  ) -> Value? {
    isChosen(id) ? nil : value
  }

  /// `&&`. Mutant: `||`.
  @inlinable public static func and(
    _ id: UInt32, _ left: Bool, _ right: @autoclosure () throws -> Bool
  ) rethrows -> Bool {
    left != isChosen(id) ? try right() : left
  }

  /// `||`. Mutant: `&&`.
  @inlinable public static func or(
    _ id: UInt32, _ left: Bool, _ right: @autoclosure () throws -> Bool
  ) rethrows -> Bool {
    left != isChosen(id) ? left : try right()
  }

  /// A constant in a comparison. Mutant: one more, or one less.
  @inlinable public static func constant<Value: FixedWidthInteger>(
    _ id: UInt32, _ value: Value, isMore: Bool
  ) -> Value {
    guard isChosen(id) else { return value }
    return isMore ? value &+ 1 : value &- 1
  }
}

// Comparisons. Mutants: the boundary falls to the other side; of an equation, its opposite.
extension MCDC {
  @inlinable public static func less<Value: Comparable>(
    _ id: UInt32, _ left: Value, _ right: Value
  ) -> Bool {
    isChosen(id) ? left <= right : left < right
  }

  @inlinable public static func atMost<Value: Comparable>(
    _ id: UInt32, _ left: Value, _ right: Value
  ) -> Bool {
    isChosen(id) ? left < right : left <= right
  }

  @inlinable public static func more<Value: Comparable>(
    _ id: UInt32, _ left: Value, _ right: Value
  ) -> Bool {
    isChosen(id) ? left >= right : left > right
  }

  @inlinable public static func atLeast<Value: Comparable>(
    _ id: UInt32, _ left: Value, _ right: Value
  ) -> Bool {
    isChosen(id) ? left > right : left >= right
  }

  @inlinable public static func equal<Value: Equatable>(
    _ id: UInt32, _ left: Value, _ right: Value
  ) -> Bool {
    (left == right) != isChosen(id)
  }

  @inlinable public static func unequal<Value: Equatable>(
    _ id: UInt32, _ left: Value, _ right: Value
  ) -> Bool {
    (left != right) != isChosen(id)
  }

  /// `x == nil`, for any type.
  @_disfavoredOverload
  @inlinable public static func equal<Value: ~Copyable & ~Escapable>(
    _ id: UInt32, _ left: borrowing Value?, _ right: _OptionalNilComparisonType
  ) -> Bool {
    (left == right) != isChosen(id)
  }

  /// `x != nil`, for any type.
  @_disfavoredOverload
  @inlinable public static func unequal<Value: ~Copyable & ~Escapable>(
    _ id: UInt32, _ left: borrowing Value?, _ right: _OptionalNilComparisonType
  ) -> Bool {
    (left != right) != isChosen(id)
  }
}
