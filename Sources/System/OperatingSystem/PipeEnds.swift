import Glibc

/// The two ends of a pipe, not inherited by a process that is started.
public struct PipeEnds: Sendable {
  public let reading: Int32
  public let writing: Int32

  public init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw .last }
    reading = ends[0]
    writing = ends[1]
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  public func close() {
    _ = Glibc.close(reading)
    _ = Glibc.close(writing)
  }

  /// Makes reading and writing fail with EAGAIN where they would wait.
  public static func makeNonBlocking(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }
}
