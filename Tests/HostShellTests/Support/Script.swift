import Glibc
import Testing

/// A shell script that stands in for a core, and is deleted with this.
final class Script {
  let path: String

  init(_ text: String) throws {
    var name = Array("/tmp/matter-sim-test-XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&name)
    try #require(descriptor >= 0)
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let bytes = Array("#!/bin/sh\n\(text)\n".utf8)
    let count = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    fchmod(descriptor, 0o700)
    close(descriptor)
    try #require(count == bytes.count)
  }

  deinit {
    _ = unsafe unlink(path)
  }
}
