public import CoreSeam

/// One event at a port of a party's core, as the host saw it.
public struct PortEvent: Equatable, Sendable {
  /// Which way it went.
  public enum Content: Equatable, Sendable {
    /// Given to the core.
    case input(InEvent)
    /// Emitted by the core.
    case output(OutEvent)
  }

  /// When the host gave or got it, in microseconds of `MonotonicClock`.
  public let time: UInt64
  public let content: Content

  public init(time: UInt64, content: Content) {
    self.time = time
    self.content = content
  }
}
