extension MCDC {
  // The key of a row: 1 bit for a branch, 20 for its id, 21 for the conditions evaluated, 21 for
  // their values, 1 for the outcome. A branch has its outcome where the values would be.

  @usableFromInline static func note(decision id: UInt32, _ seen: Seen) {
    let key =
      UInt64(id) &<< 43 | UInt64(seen.evaluated) &<< 22 | UInt64(seen.values) &<< 1
      | (seen.outcome ? 1 : 0)
    unsafe Table.shared.note(key)
  }

  @usableFromInline static func note(branch id: UInt32, outcome: UInt32) {
    unsafe Table.shared.note(1 &<< 63 | UInt64(id) &<< 43 | UInt64(outcome) &<< 1)
  }

  @usableFromInline static func begin(try id: UInt32) {
    unsafe OpenTries.shared.begin(id)
  }

  @usableFromInline static func end(try id: UInt32) {
    note(branch: id, outcome: 0)
    unsafe OpenTries.shared.end(id)
  }

  /// What is noted from now on belongs to this event.
  /// - Parameters:
  ///   - input: the position of the trace or test among the inputs.
  ///   - number: the event's number in it.
  public static func nextEvent(input: Int, number: Int) {
    settle()
    unsafe Table.shared.input = Int32(truncatingIfNeeded: input)
    unsafe Table.shared.number = Int32(truncatingIfNeeded: number)
  }

  /// Everything that was noted, in no order.
  public static func noted() -> [Noted] {
    settle()
    return unsafe Table.shared.noted()
  }

  /// What was entered and has not returned has thrown.
  private static func settle() {
    unsafe OpenTries.shared.settle { id, count in
      for _ in 0..<count { note(branch: id, outcome: 1) }
    }
  }

  /// One way in which a decision was evaluated or a branch went.
  public struct Noted {
    public enum Place {
      case decision(id: Int, evaluated: UInt64, values: UInt64, outcome: Bool)
      case branch(id: Int, outcome: Int)
    }

    public let place: Place
    public let hits: Int
    /// The first event of each input in which it happened.
    public internal(set) var events: [(input: Int, number: Int)] = []
  }
}

extension MCDC.Noted {
  init(key: UInt64, hits: Int) {
    let id = Int(key &>> 43 & 0xF_FFFF)
    let mask: UInt64 = 0x1F_FFFF
    if key &>> 63 == 1 {
      place = .branch(id: id, outcome: Int(key &>> 1 & mask))
    } else {
      place = .decision(
        id: id, evaluated: key &>> 22 & mask, values: key &>> 1 & mask, outcome: key & 1 == 1)
    }
    self.hits = hits
  }
}
