import AADL
import Foundation
import ModelAnalysis
import ModelWorkspace
import SeamGenerator
import Testing

struct WorkspaceTests {
  @Test func theModelIsSoundAndEveryGeneratedFileIsAsItHasIt() throws {
    let workspace = try Workspace(root: Place.root.path)
    #expect(workspace.check.diagnostics.map(\.text) == [])
    #expect(try workspace.differences(from: workspace.allFiles).map(\.message) == [])
    #expect(workspace.allFiles.count > 30)
  }

  @Test func aDifferenceNamesTheFileAndItsFirstLineThatDiffers() throws {
    try Place.withPackage { folder in
      let role = folder.appending(path: "Sources/Core/CoreSeam/Generated/Role.swift")
      try Place.replace("case responder\n", with: "case answerer\n", in: role)
      let extra = folder.appending(path: "Sources/Core/CoreSeam/Generated/Extra.swift")
      try "\n".write(to: extra, atomically: true, encoding: .utf8)
      try FileManager.default.removeItem(at: folder.appending(path: "wit/verified-core.wit"))
      let workspace = try Workspace(root: folder.path)
      #expect(
        try workspace.differences(from: workspace.allFiles) == [
          .missing("wit/verified-core.wit"),
          .line(
            path: "Sources/Core/CoreSeam/Generated/Role.swift", number: 9,
            disk: "  case answerer", model: "  case responder"),
          .leftOver(extra.path),
        ])
    }
  }

  @Test func writingMakesEverythingAsTheModelHasIt() throws {
    try Place.withPackage { folder in
      let model = folder.appending(path: "aadl/core_types.aadl")
      try Place.replace("\"responder\"", with: "\"answerer\"", in: model)
      let workspace = try Workspace(root: folder.path)
      #expect(try workspace.differences(from: workspace.allFiles).count == 8)
      try workspace.write(workspace.allFiles)
      #expect(try workspace.differences(from: workspace.allFiles) == [])
    }
  }

  @Test func aFolderWithoutAModelIsAnError() throws {
    try Place.withFolder { folder in
      #expect(throws: FileError.self) { _ = try Workspace(root: folder.path) }
    }
  }
}
