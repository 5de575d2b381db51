public import MatterBytes

/// Where the core's entropy comes from.
public protocol EntropySource: AnyObject {
  /// - Parameter count: 1...64.
  func draw(_ count: Int) -> BoundedBytes<64>
}
