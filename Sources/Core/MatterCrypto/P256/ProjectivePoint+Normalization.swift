extension ProjectivePoint {
  /// Writes each of `points` by its affine coordinates into `normalized`, at the cost of one
  /// inversion for all (Montgomery's trick). None may be the identity: it would make all wrong.
  package static func normalize(
    _ points: Span<ProjectivePoint>, into normalized: inout MutableSpan<AffinePoint>
  ) {
    precondition(points.count == normalized.count, "a place for every point")
    // On the way up, x holds the product of the Z of all points before.
    var product = FieldElement.one
    for index in points.indices {
      normalized[index] = AffinePoint(x: product, y: .zero)
      product = product * points[index].z
    }
    // On the way down, the inverse of the product of the Z of all points up to this.
    var inverse = product.inverted()
    for step in points.indices {
      let index = points.count &- 1 &- step
      let point = points[index]
      let inverseOfZ = inverse * normalized[index].x
      inverse = inverse * point.z
      normalized[index] = AffinePoint(x: point.x * inverseOfZ, y: point.y * inverseOfZ)
    }
  }

  /// The affine coordinates. The point must not be the identity.
  package func normalized() -> AffinePoint {
    let inverse = z.inverted()
    return AffinePoint(x: x * inverse, y: y * inverse)
  }
}
