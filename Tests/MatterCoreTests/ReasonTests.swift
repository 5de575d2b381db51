import CoreSeam
import Testing

/// Every reason that the seam has a word for is given in some run. The rejections of inputs have
/// their own suite.
@Suite struct ReasonTests {
  static let failures: [PairingFailure] = [
    .wrongPasscode, .peerReported(generalCode: 1, protocolCode: 2),
    .busy(minimumWaitMilliseconds: nil), .busy(minimumWaitMilliseconds: 700), .noAcknowledgement,
    .responseTimeout, .handshakeTimeout, .malformedMessage(opcode: 0x21),
    .unexpectedMessage(opcode: 0x23), .randomMismatch, .unsupportedPasscodeID, .invalidPoint,
    .insufficientEntropy, .noResources, .windowClosed,
  ]

  @Test(arguments: failures)
  func aHandshakeCanFailThatWay(_ failure: PairingFailure) throws {
    let notices = try Scenario.notices(reaching: failure)
    #expect(notices.failures.map(\.failure).contains(failure))
  }

  @Test(arguments: DropReason.allCases)
  func aDatagramCanBeDroppedForThatReason(_ reason: DropReason) throws {
    let notices = try #require(try Scenario.notices(reaching: reason))
    #expect(notices.reports.map(\.fate).contains(.dropped(reason)))
  }

  @Test(arguments: [MessageFate.sent, .retransmitted, .accepted, .duplicate])
  func aMessageCanMeetThatFate(_ fate: MessageFate) throws {
    let notices = try #require(try Scenario.notices(reaching: fate))
    #expect(notices.reports.map(\.fate).contains(fate))
  }

  @Test(arguments: SessionClosure.allCases)
  func aSessionCanEndThatWay(_ closure: SessionClosure) throws {
    #expect(try Scenario.notices(reaching: closure).sessionClosures == [closure])
  }

  @Test(arguments: WindowClosure.allCases)
  func aWindowCanCloseThatWay(_ closure: WindowClosure) throws {
    #expect(try Scenario.notices(reaching: closure).windowClosures == [closure])
  }

  @Test(arguments: DeliveryOutcome.allCases)
  func aMessageCanEndThatWay(_ outcome: DeliveryOutcome) throws {
    #expect(try Scenario.notices(reaching: outcome).deliveries(of: 1) == [outcome])
  }

  @Test func aHandshakeTakesEveryStep() throws {
    let simulation = Simulation()
    try simulation.openWindow()
    simulation.pair()
    simulation.run(seconds: 10)
    let notices = simulation.commissioner.notices + simulation.device.notices
    for step in HandshakeStep.allCases {
      let isTaken = notices.contains {
        if case .handshakeProgress(_, _, step) = $0 { true } else { false }
      }
      #expect(isTaken, "\(step)")
    }
  }
}
