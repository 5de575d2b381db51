import Foundation
import Testing

struct ModelCommandTests {
  @Test func checkingThePackageSaysWhatWasChecked() throws {
    let run = try Finished(Place.matterSim, ["model", "check", "--package", Place.root.path])
    #expect(run.output == "2 systems checked, 71 generated files are as the model has them\n")
    #expect(run.status == 0)
  }

  @Test func checkingAWrongModelNamesThePlacesAndFails() throws {
    try Place.withPackage { folder in
      let model = folder.appending(path: "aadl/verified_core.aadl")
      try Place.replace("-> engine.clock_in", with: "-> engine.clock", in: model)
      let run = try Finished(Place.matterSim, ["model", "check"], in: folder)
      #expect(
        run.output == """
          aadl/verified_core.aadl:49:43: error: 'engine' has no feature 'clock'
                    take_clock: port clock_in -> engine.clock;
                                                        ^~~~~

          """)
      #expect(run.status == 1)
    }
  }

  @Test func diagnosticsAreJSONLinesWhenAskedFor() throws {
    try Place.withFolder { folder in
      let model = folder.appending(path: "m.aadl")
      try "package P\npublic\n  data\nend P;".write(to: model, atomically: true, encoding: .utf8)
      let run = try Finished(
        Place.matterSim,
        [
          "model", "check", "--package", Place.root.path, "--model", folder.path, "--format",
          "json",
        ])
      #expect(run.status == 1)
      let line = try #require(run.output.split(separator: "\n").first)
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["line"] as? Int == 4)
      #expect(object["severity"] as? String == "error")
    }
  }

  @Test func generatingFromAWrongModelWritesNothing() throws {
    try Place.withPackage { folder in
      let model = folder.appending(path: "aadl/core_types.aadl")
      try Place.replace("data Peer_Handle.impl;", with: "data Peer.impl;", in: model)
      let wit = folder.appending(path: "wit/verified-core.wit")
      try FileManager.default.removeItem(at: wit)
      let run = try Finished(Place.matterSim, ["model", "wit"], in: folder)
      #expect(run.status == 1)
      #expect(run.output.contains("error: there is no classifier 'Peer.impl'"))
      #expect(!FileManager.default.fileExists(atPath: wit.path))
    }
  }

  @Test(arguments: [
    ("wit", "wit/verified-core.wit"), ("report", "wit/mapping-report.txt"),
    ("diagram", "aadl/loopback.svg"), ("swift", "Tests/CoreSeamTests/Generated/CodecTests.swift"),
  ])
  func eachGeneratorWritesItsFilesAndNamesThem(_ command: String, _ path: String) throws {
    try Place.withPackage { folder in
      let file = folder.appending(path: path)
      let before = try Data(contentsOf: file)
      try FileManager.default.removeItem(at: file)
      let run = try Finished(Place.matterSim, ["model", command], in: folder)
      #expect(run.status == 0)
      #expect(run.output.hasSuffix(path + "\n"))
      #expect(try Data(contentsOf: file) == before)
    }
  }
}
