/// A decision over distinct conditions, and the inputs that it is called with: bit i of an input is
/// condition i.
struct RandomDecision {
  indirect enum Tree {
    case condition(Int)
    case not(Tree)
    case and(Tree, Tree)
    case or(Tree, Tree)
  }

  let tree: Tree
  let conditionCount: Int
  /// Bit v: the decision is called with input v.
  let inputs: UInt64

  init(using generator: inout SeededGenerator) {
    conditionCount = Int.random(in: 2...6, using: &generator)
    tree = Self.tree(0..<conditionCount, using: &generator)
    let possible = 1 << conditionCount
    var chosen: UInt64 = 0
    for _ in 0..<Int.random(in: 1...(2 * conditionCount + 2), using: &generator) {
      chosen |= 1 << UInt64.random(in: 0..<UInt64(possible), using: &generator)
    }
    inputs = chosen
  }

  private static func tree(
    _ conditions: Range<Int>, using generator: inout SeededGenerator
  ) -> Tree {
    var tree: Tree
    if conditions.count == 1 {
      tree = .condition(conditions.lowerBound)
    } else {
      let middle = Int.random(
        in: (conditions.lowerBound + 1)..<conditions.upperBound, using: &generator)
      let left = self.tree(conditions.lowerBound..<middle, using: &generator)
      let right = self.tree(middle..<conditions.upperBound, using: &generator)
      tree = Bool.random(using: &generator) ? .and(left, right) : .or(left, right)
    }
    if Int.random(in: 0..<4, using: &generator) == 0 { tree = .not(tree) }
    return tree
  }

  var swift: String { Self.text(tree) }

  private static func text(_ tree: Tree) -> String {
    switch tree {
    case .condition(let position): "c(v, \(position))"
    case .not(let inner): "!(\(text(inner)))"
    case .and(let left, let right): "(\(text(left)) && \(text(right)))"
    case .or(let left, let right): "(\(text(left)) || \(text(right)))"
    }
  }

  /// The same in C. Clang passes over a decision with a negated operator, so negations stand at the
  /// conditions: the order of evaluation stays, and where it stops.
  var c: String { Self.text(tree, negated: false) }

  private static func text(_ tree: Tree, negated: Bool) -> String {
    switch tree {
    case .condition(let position): "\(negated ? "!" : "")c(v, \(position))"
    case .not(let inner): text(inner, negated: !negated)
    case .and(let left, let right): text(left, right, negated ? "||" : "&&", negated)
    case .or(let left, let right): text(left, right, negated ? "&&" : "||", negated)
    }
  }

  private static func text(
    _ left: Tree, _ right: Tree, _ symbol: String, _ negated: Bool
  ) -> String {
    "(\(text(left, negated: negated)) \(symbol) \(text(right, negated: negated)))"
  }
}

/// SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value &>> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value &>> 31)
  }
}
