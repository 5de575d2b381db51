import CoreEngines
import Foundation
import HostShell
import Testing
import TraceFormat

/// Which sources a program with the core was built from.
struct CoreSourcesTests {
  @Test func theProgramsOfThisBuildAreOfTheSourcesHere() throws {
    let native = try CoreCatalogue.open(.native).build
    let library = try CoreCatalogue.open(.inProcess).build
    #expect(native.sourcesHash != nil)
    #expect(native.sourcesHash == library.sourcesHash)
    #expect(native.hash != library.hash)
  }

  @Test func ofAProgramElsewhereTheSourcesAreNotKnown() throws {
    #expect(try CoreCatalogue.open(.file(path: "/bin/sh")).build.sourcesHash == nil)
  }

  /// A package with a program and a source of the core, as old as a test wants.
  @Test func aProgramOlderThanASourceIsOfOthers() throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "matter-sim-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: folder) }
    let sources = folder.appending(path: "Sources/Core/Module/Part")
    try manager.createDirectory(at: sources, withIntermediateDirectories: true)
    func write(_ path: String, _ text: String, age: TimeInterval) throws {
      let file = folder.appending(path: path)
      try Data(text.utf8).write(to: file)
      try manager.setAttributes(
        [
          .modificationDate: Date(timeIntervalSince1970: 1_000_000 - age), .posixPermissions: 0o700,
        ], ofItemAtPath: file.path)
    }
    func hash() throws -> [UInt8]? {
      try CoreCatalogue.open(.file(path: folder.appending(path: "core").path)).build.sourcesHash
    }
    try write("Package.swift", "", age: 9)
    try write("core", "program", age: 5)
    #expect(try hash() == nil)
    try write("Sources/Core/Module/A.swift", "let a = 1", age: 8)
    try write("Sources/Core/Module/Part/B.swift", "let b = 1", age: 7)
    let first = try #require(try hash())
    try write("Sources/Core/Module/notes.md", "no source", age: 1)
    #expect(try hash() == first)
    try write("Sources/Core/Module/Part/B.swift", "let b = 2", age: 6)
    let second = try #require(try hash())
    #expect(second != first)
    try write("Sources/Core/Module/Part/B.swift", "let b = 2", age: 4)
    #expect(try hash() == nil)
  }
}
