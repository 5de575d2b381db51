import CoreSeam

/// The fuel of a party's steps in a replay, and what was recorded of it.
struct FuelLedger {
  /// The steps so far, by kind.
  private(set) var uses: [StepKind: FuelUse] = [:]

  private var inputs = Queue<(kind: StepKind, number: Int)>()
  private var recorded = Queue<UInt64>()
  private var counted = Queue<(fuel: UInt64, number: Int)>()

  /// A step whose fuel is not what was recorded.
  struct Difference {
    let number: Int
    let recorded: UInt64
    let counted: UInt64
  }

  /// The core gets an input, which stands at `number` in the trace.
  mutating func give(_ input: InEvent, number: Int) {
    inputs.append((StepKind(input), number))
  }

  /// The engine has counted the next step.
  mutating func count(_ fuel: UInt64, comparing: Bool) {
    guard let (kind, number) = inputs.popFirst() else { return }
    uses[kind, default: FuelUse()].add(fuel, event: number)
    if comparing { counted.append((fuel, number)) }
  }

  /// The trace has the fuel of the next step.
  mutating func expect(_ fuel: UInt64) {
    recorded.append(fuel)
  }

  /// The first step that used another amount than was recorded, among those of which both are known.
  mutating func difference() -> Difference? {
    while let wanted = recorded.first, let (fuel, number) = counted.first {
      guard wanted == fuel else {
        return Difference(number: number, recorded: wanted, counted: fuel)
      }
      _ = recorded.popFirst()
      _ = counted.popFirst()
    }
    return nil
  }
}
