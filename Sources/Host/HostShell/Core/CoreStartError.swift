/// Why a core process could not be started.
public struct CoreStartError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The program.
  public let path: String
  /// What the system says.
  public let reason: SystemError

  public init(path: String, reason: SystemError) {
    self.path = path
    self.reason = reason
  }

  public var description: String { "the core \(path) cannot be started: \(reason)" }
}
