import Testing

/// The real peers with each other: if these fail, the peers are at fault and not matter-sim.
@Suite(.timeLimit(.minutes(2)))
struct PeerTests {
  @Test func theControllerPairsWithADeviceThatKnowsThePasscode() async throws {
    try await CircuitMatterDevice.with { device in
      try await CHIPController.with { controller in
        let outcome = try await controller.pair(
          port: device.port, passcode: device.passcode, node: 1)
        #expect(outcome.ok)
      }
    }
  }

  @Test func theControllerSaysThatThePasscodeIsWrong() async throws {
    try await CircuitMatterDevice.with { device in
      try await CHIPController.with { controller in
        let wrong: UInt32 = device.passcode == 20_202_021 ? 20_202_022 : 20_202_021
        let outcome = try await controller.pair(port: device.port, passcode: wrong, node: 1)
        #expect(!outcome.ok)
        #expect(outcome.errors.contains { $0.contains("Failed to verify peer's MAC") })
      }
    }
  }
}
