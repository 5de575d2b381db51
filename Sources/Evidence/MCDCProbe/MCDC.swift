/// The run-time of an instrumented copy: it notes the ways in which decisions were evaluated and
/// branches went, and for each the first event of every input. The copy calls nothing else.
///
/// Not for several threads: run tests of a copy one after the other.
public enum MCDC {
  // MARK: Decisions

  /// The whole of a decision.
  @inlinable public static func decision(_ id: UInt32, _ seen: Seen) -> Bool {
    note(decision: id, seen)
    return seen.outcome
  }

  /// A decision of one condition.
  @inlinable public static func decision(_ id: UInt32, _ value: Bool) -> Bool {
    note(decision: id, Seen(1, value ? 1 : 0, value))
    return value
  }

  /// An element of a list that is not its last: only when it fails the decision is made.
  @inlinable public static func element(_ id: UInt32, _ seen: Seen) -> Bool {
    if !seen.outcome { note(decision: id, seen) }
    return seen.outcome
  }

  /// A binding in a list. `before` is what the elements before it have seen.
  @_lifetime(copy value)
  @inlinable public static func binding<Value: ~Copyable & ~Escapable>(
    _ id: UInt32, _ before: Seen, _ position: UInt32, isLast: Bool, _ value: consuming Value?
  ) -> Value? {
    let isThere: Bool
    switch value {
    case .some: isThere = true
    case .none: isThere = false
    }
    if isLast || !isThere { note(decision: id, joined(before, condition(position, isThere))) }
    return value
  }

  /// A pattern in a list; `matches` is the pattern once more, without what it binds.
  @_lifetime(copy value)
  @inlinable public static func pattern<Value: ~Copyable & ~Escapable>(
    _ id: UInt32, _ before: Seen, _ position: UInt32, isLast: Bool, _ value: consuming Value,
    _ matches: (borrowing Value) -> Bool
  ) -> Value {
    let isMatch = matches(value)
    if isLast || !isMatch { note(decision: id, joined(before, condition(position, isMatch))) }
    return value
  }

  // MARK: Branches

  /// The arm of a `switch`, or a `catch`, was taken.
  @inlinable public static func taken(_ id: UInt32) {
    note(branch: id, outcome: 0)
  }

  /// An arm that is a value. `taken` comes before it.
  @discardableResult
  @_lifetime(copy value)
  @inlinable public static func arm<Value: ~Copyable & ~Escapable>(
    _ taken: Void, _ value: consuming Value
  ) -> Value {
    value
  }

  /// The left side of `??`: outcome 0 is nil, 1 a value.
  @_lifetime(copy value)
  @inlinable public static func coalesced<Value: ~Copyable & ~Escapable>(
    _ id: UInt32, _ value: consuming Value?
  ) -> Value? {
    switch value {
    case .some: note(branch: id, outcome: 1)
    case .none: note(branch: id, outcome: 0)
    }
    return value
  }

  /// An expression under `try` is about to be evaluated.
  @inlinable public static func entered(_ id: UInt32) -> UInt32 {
    begin(try: id)
    return id
  }

  /// An expression under `try` has returned: outcome 0. One that was entered and has not returned
  /// by the next event has thrown: outcome 1.
  @discardableResult
  @_lifetime(copy value)
  @inlinable public static func returned<Value: ~Copyable & ~Escapable>(
    _ id: UInt32, _ value: consuming Value
  ) -> Value {
    end(try: id)
    return value
  }
}

extension Optional where Wrapped: ~Copyable {
  /// What stands before the `?` of an optional chain, to be read or to be changed: outcome 0 is
  /// nil, 1 a value.
  @inlinable public subscript(mcdc id: UInt32) -> Wrapped? {
    _read {
      MCDC.note(chain: id, self)
      yield self
    }
    _modify {
      MCDC.note(chain: id, self)
      yield &self
    }
  }
}

extension MCDC {
  @inlinable static func note<Value: ~Copyable>(chain id: UInt32, _ value: borrowing Value?) {
    switch value {
    case .some: note(branch: id, outcome: 1)
    case .none: note(branch: id, outcome: 0)
    }
  }
}
