/// How many of some kind there are, and what became of them.
public struct CoverageCount: Equatable, Sendable {
  public var total = 0
  public var covered = 0
  public var justified = 0

  public init() {}

  public var gaps: Int { total - covered - justified }

  /// The share of what is covered or justified, in hundredths of a percent, rounded down: only
  /// without a gap is it 10000.
  public var hundredths: Int { total == 0 ? 10_000 : (covered + justified) * 10_000 / total }

  mutating func add(_ state: CoverageState) {
    total += 1
    switch state {
    case .covered: covered += 1
    case .justified: justified += 1
    case .gap: break
    }
  }

  /// Adds one that consists of parts: covered when all of them are.
  mutating func add(whole parts: [CoverageState]) {
    total += 1
    guard parts.allSatisfy({ $0.gap == nil }) else { return }
    if parts.contains(where: \.isJustified) {
      justified += 1
    } else {
      covered += 1
    }
  }

  static func + (left: CoverageCount, right: CoverageCount) -> CoverageCount {
    var sum = left
    sum.total += right.total
    sum.covered += right.covered
    sum.justified += right.justified
    return sum
  }
}
