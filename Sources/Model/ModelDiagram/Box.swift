/// A component as it is drawn; ports and parts are placed relative to the picture.
package struct Box: Sendable {
  package let component: Int
  package let title: String
  package let subtitle: String
  package var frame: Rectangle
  package var ports: [PortMark]
  package var parts: [Box]

  /// The box and all within it, moved.
  mutating func move(x: Int, y: Int) {
    frame.x += x
    frame.y += y
    for index in ports.indices {
      ports[index].point.x += x
      ports[index].point.y += y
    }
    for index in parts.indices { parts[index].move(x: x, y: y) }
  }

  /// The boxes of the picture, this one first.
  package var all: [Box] { [self] + parts.flatMap(\.all) }
}

/// A port on the border of a box.
package struct PortMark: Sendable {
  package let feature: Int
  package let name: String
  package let side: Side
  /// Whether a connection leads on from it inside the box.
  package let isCrossed: Bool
  package var point: Point

  /// How far from the border the name stands: beyond the head of an arrow.
  var inset: Int { isCrossed ? 12 : 8 }

  /// Where the name stands: inside, next to the border, and above a connection that leads on.
  package var label: Rectangle {
    let width = name.count * Measures.characterWidth
    let x = side == .left ? point.x + inset : point.x - inset - width
    return Rectangle(
      x: x, y: point.y - Measures.labelHeight / 2 - (isCrossed ? 8 : 0), width: width,
      height: Measures.labelHeight)
  }
}

/// A connection as a line with corners.
package struct Wire: Sendable {
  package let name: String
  package let points: [Point]
  package let isBidirectional: Bool
}
