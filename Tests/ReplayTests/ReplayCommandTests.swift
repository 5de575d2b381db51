import Foundation
import Testing

/// `matter-sim replay` as a script sees it.
struct ReplayCommandTests {
  private let trace = GoldenTrace(name: "loopback-good")

  /// The first bytes of a trace, in a file that goes with this.
  private final class Cut {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "matter-sim-cut-\(UUID().uuidString).pcapng").path

    init(_ bytes: [UInt8], to count: Int) throws {
      try Data(bytes.prefix(count)).write(to: URL(filePath: path))
    }

    deinit {
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  @Test func aWholeTraceIsGood() throws {
    let run = try Ended("replay", "--core", "inprocess", trace.path)
    #expect(run.status == 0)
    #expect(run.output.contains("REPLAY OK"))
  }

  @Test(arguments: [700, 3000])
  func aCutTraceFailsUnlessThatIsAllowed(count: Int) throws {
    let cut = try Cut(trace.bytes(), to: count)
    let refused = try Ended("replay", "--core", "inprocess", cut.path)
    #expect(refused.status == 4)
    #expect(refused.output.contains("REPLAY FAILED"))
    #expect(refused.errors.contains("--allow-cut"))
    let allowed = try Ended("replay", "--core", "inprocess", "--allow-cut", cut.path)
    #expect(allowed.status == 0)
    #expect(allowed.errors.contains("was cut"))
  }
}
