import Glibc
import OperatingSystem

/// What short programs print.
enum ProgramOutput {
  /// Runs a program to its end.
  /// - Parameter patience: how long, in microseconds, it may take.
  /// - Returns: its standard output; nil when it fails or takes too long.
  static func of(_ path: String, _ arguments: [String], patience: UInt64) -> String? {
    guard let child = try? ChildProcess(path: path, arguments: arguments) else { return nil }
    _ = close(child.input)
    let limit = MonotonicClock.now() + patience
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while MonotonicClock.now() < limit {
      let count = unsafe buffer.withUnsafeMutableBytes { buffer in
        unsafe read(child.output, buffer.baseAddress, buffer.count)
      }
      if count == 0 { break }
      if count > 0 {
        output += buffer.prefix(count)
      } else {
        var waiting = pollfd(fd: child.output, events: Int16(POLLIN), revents: 0)
        _ = unsafe poll(&waiting, 1, 100)
      }
    }
    _ = close(child.output)
    let left = limit - min(limit, MonotonicClock.now())
    let end = child.reap(patience: left)
    _ = close(child.errors)
    guard end == .exited(status: 0) else { return nil }
    return String(decoding: output, as: UTF8.self)
  }
}
