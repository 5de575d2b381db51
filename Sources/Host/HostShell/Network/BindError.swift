import Glibc
public import OperatingSystem

/// Why a UDP port could not be opened.
public struct BindError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The port that was asked for, 0 for any.
  public let port: UInt16
  /// What the system says.
  public let reason: SystemError

  public init(port: UInt16, reason: SystemError) {
    self.port = port
    self.reason = reason
  }

  public var description: String {
    switch reason.number {
    case EADDRINUSE: "UDP port \(port) is in use by another process; choose another port"
    case EACCES: "UDP port \(port) is reserved; choose one above 1023"
    default: "UDP port \(port) cannot be opened: \(reason)"
    }
  }
}
