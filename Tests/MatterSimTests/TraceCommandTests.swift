import Foundation
import Testing

/// `--record`, `replay` and `explain` as a user runs them.
@Suite(.timeLimit(.minutes(2)))
struct TraceCommandTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "traces-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  /// Records a run of both parties, which must be good.
  private func record(_ path: String, _ options: String = "") throws {
    let run = try MatterSimProcess.run("pase --record \(path) \(options)")
    try #require(run.exitStatus == 0, "\(run.output) \(run.errors)")
  }

  /// Inverts a bit of the file behind the first place where `marker` stands.
  private func alter(_ path: String, behind marker: [UInt8], by offset: Int) throws {
    var bytes = try Data(contentsOf: URL(filePath: path))
    let range = try #require(bytes.firstRange(of: Data(marker)))
    bytes[range.lowerBound + offset] ^= 1
    try bytes.write(to: URL(filePath: path))
  }

  @Test func aRecordedRunIsReplayedByBothEngines() throws {
    try withFolder { folder in
      let path = folder + "/a.pcapng"
      let run = try MatterSimProcess.run("pase --record \(path)")
      #expect(run.exitStatus == 0)
      #expect(run.errors.contains("SECRET"))
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
      let strict = try MatterSimProcess.run("replay --strict \(path)")
      #expect(strict.exitStatus == 0, "\(strict.output) \(strict.errors)")
      #expect(strict.output.contains("REPLAY OK"))
      #expect(strict.errors.isEmpty)
      let other = try MatterSimProcess.run("replay --core inprocess \(path)")
      #expect(other.exitStatus == 0)
      #expect(other.errors.isEmpty)
      #expect(other.output.contains("each in its step"))
    }
  }

  @Test func eachPartyCanHaveAFileOfItsOwn() throws {
    try withFolder { folder in
      try record(folder + "/run.pcapng", "--separate")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == ["run-commissioner.pcapng", "run-device.pcapng"])
      let paths = names.map { folder + "/" + $0 }.joined(separator: " ")
      let run = try MatterSimProcess.run("replay --strict \(paths)")
      #expect(run.exitStatus == 0, "\(run.output) \(run.errors)")
      #expect(run.output.contains("2 of 2 traces the same"))
    }
  }

  @Test func anotherBuildIsRefusedWhenStrict() throws {
    try withFolder { folder in
      let path = folder + "/a.pcapng"
      try record(path, "--core inprocess")
      #expect(try MatterSimProcess.run("replay --strict \(path)").exitStatus == 0)
      // The hash of the sources stands behind the text of the identity.
      let text = "matter-sim, core inprocess"
      try alter(path, behind: Array(text.utf8), by: text.utf8.count)
      let strict = try MatterSimProcess.run("replay --strict \(path)")
      #expect(strict.exitStatus == 1)
      #expect(strict.errors.contains("a core of other sources"))
      let run = try MatterSimProcess.run("replay \(path)")
      #expect(run.exitStatus == 0)
      #expect(run.errors.contains("a core of other sources"))
    }
  }

  @Test(arguments: [700, 3000])
  func aCutTraceFailsUnlessThatIsAllowed(count: Int) throws {
    try withFolder { folder in
      let path = folder + "/a.pcapng"
      try record(path)
      let bytes = try Data(contentsOf: URL(filePath: path))
      try bytes.prefix(count).write(to: URL(filePath: path))
      let refused = try MatterSimProcess.run("replay \(path)")
      #expect(refused.exitStatus == 4)
      #expect(refused.output.contains("REPLAY FAILED"))
      #expect(refused.errors.contains("--allow-cut"))
      let allowed = try MatterSimProcess.run("replay --allow-cut \(path)")
      #expect(allowed.exitStatus == 0)
      #expect(allowed.errors.contains("was cut"))
    }
  }

  @Test func twoRecordingsAreCompared() throws {
    try withFolder { folder in
      let (one, two) = (folder + "/a.pcapng", folder + "/b.pcapng")
      try record(one, "--seed 1")
      try record(two, "--seed 2 --reason why-not")
      let same = try MatterSimProcess.run("trace diff \(one) \(one)")
      #expect(same.exitStatus == 0)
      #expect(same.output.contains("SAME"))
      let different = try MatterSimProcess.run("trace diff \(one) \(two)")
      #expect(different.exitStatus == 1)
      #expect(different.output.contains("NEW was recorded because: why-not"))
      #expect(different.output.contains("initiatorRandom: "))
      #expect(different.output.contains("DIFFERENT"))
      let json = try MatterSimProcess.run("trace diff --format json \(one) \(two)")
      #expect(json.output.contains(#""event":"result","result":"different""#))
      for line in json.output.split(separator: "\n") {
        _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
      }
      #expect(try MatterSimProcess.run("trace diff \(one)").exitStatus == 2)
    }
  }

  @Test func aDifferenceIsShownWithWhatWasBeforeIt() throws {
    try withFolder { folder in
      let path = folder + "/a.pcapng"
      try record(path)
      // The first wish for entropy: kind 2, party 0, five bytes, the time, then the port 0x83.
      try alter(path, behind: Array("MSIM".utf8) + [2, 0, 5, 0], by: 17)
      let run = try MatterSimProcess.run("replay \(path)")
      #expect(run.exitStatus == 4, "\(run.output) \(run.errors)")
      for text in ["differs", "entropy_wanted", "expected", "got", "^^", "before it"] {
        #expect(run.output.contains(text))
      }
      let json = try MatterSimProcess.run("replay --format json \(path) \(path)")
      #expect(json.exitStatus == 4)
      let lines = json.output.split(separator: "\n")
      #expect(lines.count == 3)
      for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
  }

  @Test func anExistingFileIsKept() throws {
    try withFolder { folder in
      let path = folder + "/a.pcapng"
      try Data("mine".utf8).write(to: URL(filePath: path))
      let run = try MatterSimProcess.run("pase --record \(path)")
      #expect(run.exitStatus == 2)
      #expect(run.errors.contains("--force replaces it"))
      #expect(try Data(contentsOf: URL(filePath: path)) == Data("mine".utf8))
      try record(path, "--force")
    }
  }

  @Test func aRedactedTraceIsExplainedAndNotReplayed() throws {
    try withFolder { folder in
      let path = folder + "/a.pcapng"
      try record(path, "--redact")
      let replay = try MatterSimProcess.run("replay \(path)")
      #expect(replay.exitStatus == 1)
      #expect(replay.errors.contains("it is redacted"))
      let story = try MatterSimProcess.run("explain \(path) --show-secrets")
      #expect(story.exitStatus == 0)
      #expect(story.output.contains("In short: paired in"))
      #expect(!story.output.contains("Ke "))
    }
  }

  @Test(arguments: [
    "pase --redact", "pase --separate", "pase --reason why", "device --force",
    "pair [::1]:5540 --passcode 1 --redact",
  ])
  func anOptionOfTheTraceNeedsATrace(line: String) throws {
    let run = try MatterSimProcess.run(line)
    #expect(run.exitStatus == 2)
    #expect(run.errors.contains("--record FILE"))
  }

  @Test func anExplanationNamesFieldsAndKeepsSecrets() throws {
    try withFolder { folder in
      let path = folder + "/a.pcapng"
      try record(path)
      let story = try MatterSimProcess.run("explain \(path)")
      #expect(story.exitStatus == 0)
      for text in ["PBKDFParamRequest", "initiatorRandom: ", "pA: 04", "EchoRequest"] {
        #expect(story.output.contains(text))
      }
      for secret in ["w0", "I2RKey", "20202021", "48656c6c6f"] {
        #expect(!story.output.contains(secret))
      }
      let secrets = try MatterSimProcess.run("explain \(path) --show-secrets")
      for text in ["w0 ", "I2RKey ", "Hash(TT) ", "48656c6c6f"] {
        #expect(secrets.output.contains(text))
      }
      let json = try MatterSimProcess.run("explain \(path) --format json")
      for line in json.output.split(separator: "\n") {
        _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
      }
    }
  }

  @Test func theDrawingIsWellFormed() throws {
    try withFolder { folder in
      let path = folder + "/a.pcapng"
      let svg = folder + "/a.svg"
      try record(path)
      #expect(try MatterSimProcess.run("explain \(path) --svg \(svg)").exitStatus == 0)
      let drawing = try Data(contentsOf: URL(filePath: svg))
      #expect(XMLCheck().isWellFormed(drawing))
      let again = try MatterSimProcess.run("explain \(path) --svg \(svg)")
      #expect(again.exitStatus == 2)
      #expect(again.errors.contains("--force"))
    }
  }

  @Test(arguments: ["replay", "explain"])
  func whatIsNoTraceIsRefusedInOneLine(command: String) throws {
    let run = try MatterSimProcess.run("\(command) /etc/hostname")
    #expect(run.exitStatus == 1)
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.errors.contains("neither a pcapng nor a pcap"))
  }
}
