/// What the reference reports; it is for tests, so it need not be gentle with its caller.
package enum ReferenceError: Error, Equatable {
  /// The point asked for is the point at infinity.
  case infinity
  /// An input is no point of the curve, or an authentication tag is wrong.
  case rejected
  /// The library itself failed.
  case libraryFailed
  /// Bytes from the peer do not decode as what they should be.
  case malformed
}
