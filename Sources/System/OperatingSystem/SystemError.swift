import Glibc

/// An error number of the system.
public struct SystemError: Error, Equatable, Sendable, CustomStringConvertible {
  /// As in `errno`.
  public let number: Int32

  public init(number: Int32) {
    self.number = number
  }

  /// The error of the call that has just failed.
  public static var last: SystemError { SystemError(number: errno) }

  /// Whether nobody reads any more what was to be written.
  public var isBrokenPipe: Bool { number == EPIPE }

  /// The system's words for it.
  public var description: String {
    guard let words = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: words)
  }
}
