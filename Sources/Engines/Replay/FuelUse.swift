/// The fuel that the steps of one kind have used.
public struct FuelUse: Equatable, Sendable {
  public private(set) var steps = 0
  /// What the most expensive of them used.
  public private(set) var largest: UInt64 = 0
  /// The place in the trace of that step's input; of several, the first.
  public private(set) var event = 0

  public init() {}

  /// Counts a step.
  mutating func add(_ fuel: UInt64, event: Int) {
    steps += 1
    guard fuel > largest else { return }
    largest = fuel
    self.event = event
  }

  /// Counts the steps of another use, of the same trace.
  mutating func add(_ other: FuelUse) {
    steps += other.steps
    guard other.largest > largest else { return }
    largest = other.largest
    event = other.event
  }
}
