extension MCDC {
  /// What a part of a decision has seen: which conditions were evaluated, what they were, and what
  /// the part is. It travels as a value, so decisions may be within one another, and one that is
  /// left by a throw leaves nothing behind.
  @frozen public struct Seen {
    @usableFromInline var evaluated: UInt32
    @usableFromInline var values: UInt32
    @usableFromInline var outcome: Bool

    @inlinable init(_ evaluated: UInt32, _ values: UInt32, _ outcome: Bool) {
      self.evaluated = evaluated
      self.values = values
      self.outcome = outcome
    }
  }

  /// A condition.
  @inlinable public static func condition(_ position: UInt32, _ value: Bool) -> Seen {
    Seen(1 &<< position, value ? 1 &<< position : 0, value)
  }

  @inlinable public static func and(
    _ left: Seen, _ right: @autoclosure () throws -> Seen
  ) rethrows -> Seen {
    left.outcome ? joined(left, try right()) : left
  }

  @inlinable public static func or(
    _ left: Seen, _ right: @autoclosure () throws -> Seen
  ) rethrows -> Seen {
    left.outcome ? left : joined(left, try right())
  }

  @inlinable public static func not(_ seen: Seen) -> Seen {
    Seen(seen.evaluated, seen.values, !seen.outcome)
  }

  /// What the elements of a list before this one must have seen.
  @inlinable public static func known(_ evaluated: UInt32, _ values: UInt32) -> Seen {
    Seen(evaluated, values, true)
  }

  /// What `later` has seen, and what was seen before it.
  @inlinable public static func joined(_ earlier: Seen, _ later: Seen) -> Seen {
    Seen(earlier.evaluated | later.evaluated, earlier.values | later.values, later.outcome)
  }
}
