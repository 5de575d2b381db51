import Glibc

/// The program that runs in this process.
public enum RunningProgram {
  /// Its file, whatever that is called by now.
  public static let file = "/proc/self/exe"

  /// The path of the file or folder of this name beside it.
  public static func sibling(_ name: String) throws(SystemError) -> String {
    let path = try path()
    return path[..<(path.lastIndex(of: "/") ?? path.startIndex)] + "/" + name
  }

  /// The path that its file had when it was started.
  public static func path() throws(SystemError) -> String {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe readlink(file, buffer.assumingMemoryBound(to: CChar.self).baseAddress!, buffer.count)
    }
    guard count > 0 else { throw .last }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
