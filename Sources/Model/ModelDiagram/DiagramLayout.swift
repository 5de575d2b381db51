package import AADL

/// Places the boxes, ports and connections of a system.
///
/// Components stand in rows, each within the one it is part of. Connections run in the gaps
/// between boxes, each in a track of its own; those that pass a box run in lanes below.
package struct DiagramLayout: Sendable {
  package private(set) var root: Box
  package private(set) var wires: [Wire] = []
  private let system: SystemInstance
  private let arrangement: Arrangement

  package init(_ system: SystemInstance) {
    self.system = system
    arrangement = Arrangement(system)
    root = Box(
      component: 0, title: "", subtitle: "", frame: Rectangle(x: 0, y: 0, width: 0, height: 0),
      ports: [], parts: [])
    root = box(of: 0)
    root.move(x: Measures.margin, y: Measures.margin)
    for box in root.all { wires += routes(in: box) }
  }

  /// The size of the whole picture.
  package var size: (width: Int, height: Int) {
    (root.frame.right + Measures.margin, root.frame.bottom + Measures.margin)
  }

  /// Where text stands: no two of these may overlap.
  package var labels: [Rectangle] {
    root.all.flatMap { box in
      box.ports.map(\.label) + [
        Rectangle(
          x: box.frame.x + 10, y: box.frame.y + 8,
          width: box.title.count * (Measures.characterWidth + 1), height: 16),
        Rectangle(
          x: box.frame.x + 10, y: box.frame.y + 25,
          width: box.subtitle.count * Measures.characterWidth, height: Measures.labelHeight),
      ]
    }
  }

  // MARK: boxes, from the inside out

  private func box(of id: Int) -> Box {
    let component = system.components[id]
    let row = arrangement.rows[id] ?? []
    var parts = row.map { self.box(of: $0) }
    let gaps = gapWidths(in: component, row: row)
    let sideLabels = [Side.left, .right].map { side in
      component.features.enumerated().filter { self.side(id, $0.offset) == side }
        .map { $0.element.name.text.count }.max() ?? 0
    }
    let labelWidths = sideLabels.map { $0 == 0 ? 0 : $0 * Measures.characterWidth + 12 }
    let text = TextOfBox(component, system)
    let titleWidth = max(
      text.title.count * (Measures.characterWidth + 1),
      text.subtitle.count * Measures.characterWidth)
    var x = labelWidths[0]
    if arrangement.stacks.contains(id) {
      x += stack(&parts, at: x + gaps[0])
    } else {
      for index in parts.indices {
        x += gaps[index]
        parts[index].move(x: x, y: Measures.header)
        x += parts[index].frame.width
      }
    }
    x += gaps[row.count] + labelWidths[1]
    let lanes = laneCount(in: component, row: row)
    let inner =
      (parts.map { $0.frame.bottom }.max() ?? Measures.header) + lanes * Measures.trackPitch
    var box = Box(
      component: id, title: text.title, subtitle: text.subtitle,
      frame: Rectangle(x: 0, y: 0, width: max(x, titleWidth + 24), height: 0), ports: [],
      parts: parts)
    box.ports = ports(of: component, box)
    let lowest = box.ports.map { $0.point.y + Measures.portPitch / 2 }.max() ?? 0
    box.frame.height = max(inner, lowest) + Measures.padding
    return box
  }

  /// Places the parts one below the other.
  /// - Returns: how wide they are, with the gap on their left.
  private func stack(_ parts: inout [Box], at x: Int) -> Int {
    var y = Measures.header
    for index in parts.indices {
      parts[index].move(x: x, y: y)
      y = parts[index].frame.bottom + Measures.padding
    }
    return (parts.map(\.frame.width).max() ?? 0) + 2 * Measures.trackPitch
  }

  private func side(_ component: Int, _ feature: Int) -> Side {
    arrangement.sides[FeatureReference(component: component, feature: feature)] ?? .left
  }

  /// Ports stand where the ports inside stand that they are connected to, if they can.
  private func ports(of component: ComponentInstance, _ box: Box) -> [PortMark] {
    var marks: [PortMark] = []
    for side in [Side.left, .right] {
      var taken: [Int] = []
      let indices = component.features.indices.filter { self.side(component.id, $0) == side }
      for index in indices {
        let wanted = heightInside(component, feature: index, box) ?? Measures.header + 11
        var y = wanted
        while taken.contains(where: { abs($0 - y) < Measures.portPitch }) {
          y += Measures.portPitch
        }
        taken.append(y)
        marks.append(
          PortMark(
            feature: index, name: component.features[index].name.text, side: side,
            isCrossed: !box.parts.isEmpty,
            point: Point(x: side == .left ? 0 : box.frame.width, y: y)))
      }
    }
    return marks
  }

  private func heightInside(
    _ component: ComponentInstance, feature: Int, _ box: Box
  ) -> Int? {
    let reference = FeatureReference(component: component.id, feature: feature)
    for connection in component.connections {
      let other =
        connection.source == reference
        ? connection.destination : connection.destination == reference ? connection.source : nil
      guard let other else { continue }
      return point(of: other, in: box.parts)?.y
    }
    return nil
  }

  private func point(of reference: FeatureReference, in boxes: [Box]) -> Point? {
    boxes.first { $0.component == reference.component }?.ports.first {
      $0.feature == reference.feature
    }?.point
  }

  // MARK: gaps and lanes

  /// The gap that an end is in: before the box of that number, or behind the last.
  private func gap(of end: FeatureReference, in component: ComponentInstance, row: [Int]) -> Int {
    let side = side(end.component, end.feature)
    if arrangement.stacks.contains(component.id) { return side == .left ? 0 : row.count }
    guard let place = row.firstIndex(of: end.component) else {
      return side == .left ? 0 : row.count
    }
    return side == .left ? place : place + 1
  }

  private func gapWidths(in component: ComponentInstance, row: [Int]) -> [Int] {
    var tracks = [Int](repeating: 0, count: row.count + 1)
    for connection in component.connections {
      let gaps = [connection.source, connection.destination].map {
        gap(of: $0, in: component, row: row)
      }
      for gap in Set(gaps) { tracks[gap] += 1 }
    }
    return tracks.map { ($0 + 2) * Measures.trackPitch }
  }

  private func laneCount(in component: ComponentInstance, row: [Int]) -> Int {
    component.connections.count {
      gap(of: $0.source, in: component, row: row)
        != gap(of: $0.destination, in: component, row: row)
    }
  }

  private func routes(in box: Box) -> [Wire] {
    let component = system.components[box.component]
    let row = box.parts.map(\.component)
    var used = [Int](repeating: 0, count: row.count + 1)
    var lanes = 0
    return component.connections.compactMap { connection in
      guard let from = point(of: connection.source, in: box.parts + [box]),
        let to = point(of: connection.destination, in: box.parts + [box])
      else { return nil }
      let gaps = [connection.source, connection.destination].map {
        gap(of: $0, in: component, row: row)
      }
      var points = [from]
      let first = track(gaps[0], &used, in: box)
      if gaps[0] == gaps[1] {
        points += [Point(x: first, y: from.y), Point(x: first, y: to.y)]
      } else {
        let second = track(gaps[1], &used, in: box)
        lanes += 1
        let passed = box.parts[min(gaps[0], gaps[1])..<max(gaps[0], gaps[1])]
        let lane = (passed.map(\.frame.bottom).max() ?? 0) + lanes * Measures.trackPitch
        points += [
          Point(x: first, y: from.y), Point(x: first, y: lane), Point(x: second, y: lane),
          Point(x: second, y: to.y),
        ]
      }
      return Wire(
        name: connection.name, points: points + [to],
        isBidirectional: connection.declaration.isBidirectional)
    }
  }

  private func track(_ gap: Int, _ used: inout [Int], in box: Box) -> Int {
    used[gap] += 1
    let offset = (used[gap] + 1) * Measures.trackPitch
    if gap < box.parts.count {
      return box.parts[gap].frame.x - offset + Measures.trackPitch / 2
    }
    return (box.parts.map(\.frame.right).max() ?? box.frame.x) + offset - Measures.trackPitch / 2
  }
}

/// What is written in a box.
private struct TextOfBox {
  let title: String
  let subtitle: String

  init(_ component: ComponentInstance, _ system: SystemInstance) {
    let classifier = component.type.map { system.model.types[$0].declaration.name.text }
    title = component.name
    var words = component.category.rawValue
    if let classifier, component.parent != nil { words += " " + classifier }
    let deadline = system.property("timing_properties::deadline", of: component.id)
    if component.category == .thread, let deadline {
      words += ", deadline " + deadline.location.source.string(deadline.location.range)
    }
    subtitle = words
  }
}
