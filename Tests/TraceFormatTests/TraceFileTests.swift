import Foundation
import HostShell
import OperatingSystem
import Testing
import TraceFormat

struct TraceFileTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trace-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func write(_ path: String, replacing: Bool) throws {
    _ = try TraceWriter(
      path: path, replacing: replacing, isRedacted: false, secondsToTimeOfDay: 1)
  }

  @Test func onlyTheOwnerCanReadATrace() throws {
    try withFolder { folder in
      let path = folder + "/t.pcapng"
      try write(path, replacing: false)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test func anExistingFileIsNotLost() throws {
    try withFolder { folder in
      let path = folder + "/t.pcapng"
      try Data("mine".utf8).write(to: URL(filePath: path))
      #expect(throws: TraceFileError.exists) { try write(path, replacing: false) }
      #expect(try Data(contentsOf: URL(filePath: path)) == Data("mine".utf8))
      try write(path, replacing: true)
      var reader = try TraceReader(path: path)
      #expect(try reader.next() == nil)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test func aLinkInPlaceOfTheFileIsNotFollowed() throws {
    try withFolder { folder in
      try Data("mine".utf8).write(to: URL(filePath: folder + "/other"))
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/t.pcapng", withDestinationPath: folder + "/other")
      try write(folder + "/t.pcapng", replacing: true)
      #expect(try Data(contentsOf: URL(filePath: folder + "/other")) == Data("mine".utf8))
    }
  }

  @Test func aFileThatIsNotThereIsSaidSo() {
    #expect(throws: TraceError.system(SystemError(number: ENOENT))) {
      try TraceReader(path: "/nonexistent/trace.pcapng")
    }
  }
}
