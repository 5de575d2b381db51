/// A place in the picture, in pixels from its upper left corner.
package struct Point: Equatable, Sendable {
  package var x: Int
  package var y: Int
}

package struct Rectangle: Equatable, Sendable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  package var right: Int { x + width }
  package var bottom: Int { y + height }

  package func overlaps(_ other: Rectangle) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }
}

package enum Side: Sendable {
  case left
  case right
}

/// The measures of the picture.
enum Measures {
  static let portPitch = 22
  static let header = 44
  static let padding = 16
  static let trackPitch = 12
  static let characterWidth = 7
  static let labelHeight = 14
  static let margin = 24
}
