import Glibc
import Testing

/// A shell script that stands in for a core, and is deleted with this.
final class Script {
  let path: String
  private let source: String

  /// The program is a copy that another process makes: a file that this process had open for writing
  /// cannot be run while a child of a test beside this one still holds its descriptor.
  init(_ text: String) throws {
    var name = Array("/tmp/matter-sim-test-XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&name)
    try #require(descriptor >= 0)
    source = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = source + ".sh"
    let bytes = Array("#!/bin/sh\n\(text)\n".utf8)
    let count = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    try #require(count == bytes.count)
    try #require(unsafe system("install -m 700 \(source) \(path)") == 0)
  }

  deinit {
    _ = unsafe unlink(path)
    _ = unsafe unlink(source)
  }
}
