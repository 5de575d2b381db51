import Testing

/// `matter-sim pair` pairs with CircuitMatter's device.
@Suite(.timeLimit(.minutes(2)))
struct PairWithCircuitMatterTests {
  /// What one run of `matter-sim pair` came to.
  private struct Run {
    let status: Int32
    let lastLine: String
  }

  private static func pair(
    port: UInt16, passcode: UInt32, core: String = "native"
  ) async throws -> Run {
    let arguments = [
      "pair", "[::1]:\(port)", "--passcode", String(passcode), "--core", core,
    ]
    return try await Child.with(try Programs.matterSim(), arguments) { child in
      var lastLine = ""
      while let line = try await child.line(within: .seconds(60)) { lastLine = line }
      return Run(status: try await child.exitStatus(), lastLine: lastLine)
    }
  }

  @Test(arguments: ["native", "wasm:wasmtime", "wasm:wasmkit"])
  func theRightPasscodePairs(core: String) async throws {
    try await CircuitMatterDevice.with { device in
      let run = try await Self.pair(port: device.port, passcode: device.passcode, core: core)
      #expect(run.lastLine.hasPrefix("PASE OK"))
      #expect(run.status == 0)
    }
  }

  @Test func aWrongPasscodeEndsWithAClearReason() async throws {
    try await CircuitMatterDevice.with { device in
      let wrong: UInt32 = device.passcode == 20_202_021 ? 20_202_022 : 20_202_021
      let run = try await Self.pair(port: device.port, passcode: wrong)
      #expect(run.lastLine.hasPrefix("PASE FAILED: "))
      #expect(run.lastLine.contains("passcode"), "\(run.lastLine)")
      #expect(run.status == 1)
    }
  }
}
