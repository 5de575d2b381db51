import Testing

/// The CHIP SDK's controller pairs with `matter-sim device`.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct CHIPToDeviceTests {
  private static let passcode = MatterSimDevice.passcode
  private static let wrongPasscode: UInt32 = 12_341_234

  /// Failure, secure channel, InvalidParameter.
  private static let invalidParameter: [UInt8] = [1, 0, 0, 0, 0, 0, 2, 0]

  private static let standaloneAcknowledgement: UInt8 = 0x10
  private static let pake3: UInt8 = 0x24
  private static let statusReport: UInt8 = 0x40

  @Test func theRightPasscodePairsTenTimesInARow() async throws {
    try await MatterSimDevice.with { device in
      try await CHIPController.with { controller in
        for node in UInt64(1)...10 {
          let outcome = try await controller.pair(
            port: device.port, passcode: Self.passcode, node: node)
          #expect(outcome.ok, "pairing \(node): \(outcome.errors)")
          _ = try await device.event("session_established")
        }
      }
      #expect(try await device.stop() == 0)
    }
  }

  /// The same core under the engines of WebAssembly.
  @Test(arguments: ["wasm:wasmtime", "wasm:wasmkit"])
  func theCoreAsWebAssemblyPairs(core: String) async throws {
    try await MatterSimDevice.with("--core", core) { device in
      try await CHIPController.with { controller in
        for node in UInt64(1)...2 {
          let outcome = try await controller.pair(
            port: device.port, passcode: Self.passcode, node: node)
          #expect(outcome.ok, "pairing \(node): \(outcome.errors)")
          _ = try await device.event("session_established")
        }
        let wrong = try await controller.pair(
          port: device.port, passcode: Self.wrongPasscode, node: 3)
        #expect(!wrong.ok)
        _ = try await device.event("pairing_failed")
      }
      #expect(try await device.stop() == 0)
    }
  }

  @Test func aWrongPasscodeFailsOnBothSidesAndIsCounted() async throws {
    try await MatterSimDevice.with { device in
      try await Relay.with(inFrontOf: device.port, losing: 0) { relay in
        try await CHIPController.with { controller in
          for attempt in 1...2 {
            let outcome = try await controller.pair(
              port: relay.port, passcode: Self.wrongPasscode, node: UInt64(attempt))
            #expect(!outcome.ok)
            #expect(outcome.errors.contains { $0.contains("Failed to verify peer's MAC") })
            let failed = try await device.event("pairing_failed")
            let reason = failed.reason ?? ""
            #expect(reason.contains("another passcode"))
            #expect(failed.failedAttempts == attempt)
            try Self.expectReport(Self.invalidParameter, in: try relay.datagrams())
          }
          let outcome = try await controller.pair(
            port: relay.port, passcode: Self.passcode, node: 3)
          #expect(outcome.ok, "a wrong passcode does not close the window: \(outcome.errors)")
        }
      }
    }
  }

  /// The controller notices first: its report comes instead of Pake3, and the device acknowledges
  /// it with an acknowledgement and nothing more.
  private static func expectReport(_ payload: [UInt8], in datagrams: [Relay.Datagram]) throws {
    let controllers = datagrams.filter { $0.from == .controller }
      .compactMap { UnsecuredMessage(hexadecimal: $0.bytes) }
    let devices = datagrams.filter { $0.from == .device }
      .compactMap { UnsecuredMessage(hexadecimal: $0.bytes) }
    let report = try #require(controllers.first { $0.opcode == statusReport })
    #expect(report.payload == payload)
    #expect(!controllers.contains { $0.opcode == pake3 })
    #expect(!devices.contains { $0.opcode == statusReport })
    let answer = try #require(devices.last)
    #expect(answer.opcode == standaloneAcknowledgement)
    #expect(answer.acknowledgedCounter == report.counter)
  }

  @Test func afterTwentyWrongPasscodesTheRightOneIsRefused() async throws {
    try await MatterSimDevice.with { device in
      try await CHIPController.with { controller in
        for attempt in 1...20 {
          let outcome = try await controller.pair(
            port: device.port, passcode: Self.wrongPasscode, node: UInt64(attempt))
          #expect(!outcome.ok)
          let failed = try await device.event("pairing_failed")
          #expect(failed.failedAttempts == attempt)
        }
        let closed = try await device.event("window_closed")
        #expect(closed.reason == "attempts_exhausted")
        let outcome = try await controller.pair(
          port: device.port, passcode: Self.passcode, node: 21)
        #expect(!outcome.ok)
      }
    }
  }

  /// PBKDFParamResponse, Pake2 and StatusReport.
  @Test(arguments: 1...3)
  func aLostReplyIsSentAgainByteForByte(_ reply: Int) async throws {
    try await MatterSimDevice.with { device in
      try await Relay.with(inFrontOf: device.port, losing: reply) { relay in
        try await CHIPController.with { controller in
          let outcome = try await controller.pair(
            port: relay.port, passcode: Self.passcode, node: 1)
          #expect(outcome.ok, "\(outcome.errors)")
          _ = try await device.event("session_established")
        }
        try Self.expectRetransmission(in: try relay.datagrams())
      }
    }
  }

  private static func expectRetransmission(in datagrams: [Relay.Datagram]) throws {
    let replies = datagrams.filter { $0.from == .device }
    let lost = try #require(replies.firstIndex { $0.dropped })
    let isSentAgain = replies[(lost + 1)...].contains { $0.bytes == replies[lost].bytes }
    #expect(isSentAgain, "the lost reply is sent again, byte for byte: \(replies)")
    for (index, message) in replies.enumerated() {
      for other in replies[..<index] where counter(other) == counter(message) {
        #expect(other.bytes == message.bytes, "one counter, one message")
      }
    }
  }

  private static func counter(_ datagram: Relay.Datagram) -> UInt32? {
    UnsecuredMessage(hexadecimal: datagram.bytes)?.counter
  }

  @Test(arguments: [
    ["--iterations", "100000"],
    ["--salt", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"],
    ["--salt", "00112233445566778899aabbccddeeff"],
  ])
  func everyParameterSetPairs(_ options: [String]) async throws {
    try await MatterSimDevice.with(options[0], options[1]) { device in
      try await CHIPController.with { controller in
        let outcome = try await controller.pair(
          port: device.port, passcode: Self.passcode, node: 1)
        #expect(outcome.ok, "\(outcome.errors)")
      }
    }
  }
}
