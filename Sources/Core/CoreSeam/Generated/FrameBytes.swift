// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// The storage of a frame: its length, and the longest body.
public typealias FrameBytes = BoundedBytes<1244>

extension Frame {
  /// The longest body: the port, and the largest value that any port carries.
  public static let largestBody = 1240
}
