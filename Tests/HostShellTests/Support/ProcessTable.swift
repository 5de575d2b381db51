import Glibc

/// What the kernel tells of a process.
enum ProcessTable {
  /// The processes that `parent` started and that run.
  static func children(of parent: pid_t) -> [pid_t] {
    let text = read("/proc/\(parent)/task/\(parent)/children")
    return text.split(separator: " ").compactMap { pid_t($0) }
  }

  static func exists(_ id: pid_t) -> Bool {
    // One that ended and waits to be reaped is over too.
    let state = status(of: id)["State"] ?? "X"
    return !state.hasPrefix("Z") && !state.hasPrefix("X")
  }

  /// Whether a signal has stopped the process for a while.
  static func isStopped(_ id: pid_t) -> Bool {
    (status(of: id)["State"] ?? "").hasPrefix("T")
  }

  /// How often the process has waited and then gone on.
  static func wakeUps(of id: pid_t) -> Int? {
    status(of: id)["voluntary_ctxt_switches"].flatMap { Int($0) }
  }

  private static func status(of id: pid_t) -> [String: String] {
    let pairs = read("/proc/\(id)/status").split(separator: "\n").map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return (String(line), "") }
      return (String(parts[0]), String(parts[1].drop { $0 == "\t" || $0 == " " }))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private static func read(_ path: String) -> String {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe buffer.withUnsafeMutableBytes {
      unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
    }
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  }
}
