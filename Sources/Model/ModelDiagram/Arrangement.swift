internal import AADL

/// Which components stand left of which, and on which side of its box each port is: decided from
/// the outside in, so that connections are short.
struct Arrangement {
  private let system: SystemInstance
  /// The components drawn inside each component, from left to right.
  private(set) var rows: [Int: [Int]] = [:]
  private(set) var sides: [FeatureReference: Side] = [:]
  /// The components whose parts stand one below the other: systems of systems. All ports of such
  /// parts are on the right.
  private(set) var stacks: Set<Int> = []

  init(_ system: SystemInstance) {
    self.system = system
    for index in system.root.features.indices {
      let reference = FeatureReference(component: 0, feature: index)
      sides[reference] = system.feature(reference).portDirection == .out ? .right : .left
    }
    arrange(0)
  }

  private mutating func arrange(_ id: Int) {
    let component = system.components[id]
    let children = component.children.filter { system.components[$0].category != .data }
    let isStack =
      !children.isEmpty && children.allSatisfy { system.components[$0].category == .system }
    if isStack {
      stacks.insert(id)
      for reference in children.flatMap({ references(of: $0) }) + references(of: id) {
        sides[reference] = .right
      }
    }
    let row = isStack ? children : bestRow(of: children, in: component)
    rows[id] = row
    let places = Dictionary(uniqueKeysWithValues: row.enumerated().map { ($1, $0) })
    for connection in component.connections {
      place(connection.source, facing: connection.destination, in: id, places)
      place(connection.destination, facing: connection.source, in: id, places)
    }
    for child in row {
      for (index, feature) in system.components[child].features.enumerated() {
        let reference = FeatureReference(component: child, feature: index)
        if sides[reference] == nil {
          sides[reference] = feature.portDirection == .out ? .right : .left
        }
      }
      arrange(child)
    }
  }

  private func references(of id: Int) -> [FeatureReference] {
    system.components[id].features.indices.map { FeatureReference(component: id, feature: $0) }
  }

  private mutating func place(
    _ end: FeatureReference, facing other: FeatureReference, in id: Int, _ places: [Int: Int]
  ) {
    guard end.component != id, sides[end] == nil else { return }
    if other.component == id {
      sides[end] = sides[other] ?? .left
    } else {
      sides[end] =
        places[end.component, default: 0] < places[other.component, default: 0]
        ? .right : .left
    }
  }

  /// The order with the least way for all connections; a few components are tried in all orders,
  /// more stay as declared.
  private func bestRow(of children: [Int], in component: ComponentInstance) -> [Int] {
    guard children.count <= 6 else { return children }
    var best = children
    var least = cost(of: children, in: component)
    for order in permutations(of: children) {
      let cost = cost(of: order, in: component)
      if cost < least { (best, least) = (order, cost) }
    }
    return best
  }

  private func cost(of row: [Int], in component: ComponentInstance) -> Int {
    let places = Dictionary(uniqueKeysWithValues: row.enumerated().map { ($1, $0) })
    return component.connections.reduce(0) { sum, connection in
      let ends = [connection.source, connection.destination].map { end -> Int in
        if let place = places[end.component] { return place }
        return sides[end] == .right ? row.count : -1
      }
      let distance = abs(ends[0] - ends[1])
      return sum + distance * distance
    }
  }

  private func permutations(of items: [Int]) -> [[Int]] {
    guard let first = items.first else { return [[]] }
    return permutations(of: Array(items.dropFirst())).flatMap { rest in
      (0...rest.count).map { index in
        var order = rest
        order.insert(first, at: index)
        return order
      }
    }
  }
}
