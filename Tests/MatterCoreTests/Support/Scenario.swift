import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire

/// For every reason that a node can give, a run in which it gives it. The switches have no
/// default: a new reason without a run does not compile.
enum Scenario {
  static func notices(reaching failure: PairingFailure) throws -> [Notice] {
    switch failure {
    case .wrongPasscode:
      try beforePake2 { try $0.send(.pake2, try $0.pake2Bytes(passcode: 20_202_022)) }
    case .peerReported: try pairing { try $0.report(.invalidParameter) }
    case .busy(let wait): try pairing { try $0.report(.busy(minimumWaitMilliseconds: wait)) }
    case .noAcknowledgement: try pairing { $0.timed.pass(milliseconds: 10_000) }
    case .responseTimeout:
      try pairing {
        try $0.acknowledge()
        $0.timed.pass(milliseconds: 20_000)
      }
    case .handshakeTimeout:
      try window {
        try $0.proceedToResponse()
        try $0.acknowledge()
        $0.timed.pass(milliseconds: 60_000)
      }
    case .malformedMessage: try pairing { try $0.send(.pbkdfParamResponse, [0x15]) }
    case .unexpectedMessage: try pairing { try $0.send(.pake2) }
    case .randomMismatch:
      try pairing { try $0.respond(.init(echo: [32 of UInt8](repeating: 0))) }
    case .unsupportedPasscodeID:
      try window { try $0.send(.pbkdfParamRequest, try $0.requestBytes(passcodeID: 7)) }
    case .invalidPoint:
      try beforePake2 {
        let zeros = Pake2(
          pB: [65 of UInt8](repeating: 0), cB: [32 of UInt8](repeating: 0))
        try $0.send(.pake2, try ScriptedDevice.bytes(of: zeros))
      }
    case .insufficientEntropy:
      run(TimedNode(givesEntropy: false)) { $0.order(pair) }
    case .noResources: try fullOfExchanges { $0.timed.order(pair) }
    case .windowClosed:
      try window {
        try $0.proceedToResponse()
        $0.timed.order(.closeWindow)
      }
    }
  }

  /// `nil` when no input leads there.
  static func notices(reaching reason: DropReason) throws -> [Notice]? {
    switch reason {
    case .malformedHeader: try run(TimedNode()) { try $0.deliver([0xFF], from: 1) }
    case .unsupportedSessionType:
      try run(TimedNode()) { try $0.deliver([0, 0, 0, 0x80, 1, 0, 0, 0], from: 1) }
    case .wrongAddressing:
      try run(TimedNode()) { try $0.deliver([0, 0, 0, 0, 1, 0, 0, 0], from: 1) }
    case .unknownSession:
      try run(TimedNode()) { try $0.deliver([0, 1, 0, 0, 1, 0, 0, 0], from: 1) }
    case .authenticationFailed:
      try paired { try $0.timed.deliver(try $0.seal($0.message(), nodeID: 1), from: 1) }
    case .malformedProtocolHeader:
      try run(TimedNode()) {
        try $0.deliver([4, 0, 0, 0, 1, 0, 0, 0] + Array(repeating: 1, count: 8), from: 1)
      }
    case .unknownExchange: try paired { try $0.send($0.message(isInitiator: false)) }
    case .missingAcknowledgement: try pairing { try $0.respond(acknowledging: .nothing) }
    case .noResources: try fullOfExchanges { try $0.send($0.message()) }
    case .notListening: try window { try $0.send(.sigma1, acknowledging: .nothing) }
    }
  }

  static func notices(reaching fate: MessageFate) throws -> [Notice]? {
    switch fate {
    case .sent: try pairing { _ in }
    case .retransmitted: try pairing { $0.timed.pass(milliseconds: 1000) }
    case .accepted: try pairing { try $0.respond() }
    case .duplicate:
      try paired {
        let message = $0.message()
        try $0.send(message)
        try $0.send(message)
      }
    case .dropped(let reason): try notices(reaching: reason)
    }
  }

  static func notices(reaching closure: SessionClosure) throws -> [Notice] {
    switch closure {
    case .peer: try paired { try $0.send(try $0.closeSession()) }
    case .commanded: try paired { $0.timed.order(.closeSession(session: $0.nodeSession)) }
    case .evicted:
      try run(TimedNode()) { timed in
        for address in 1...17 as ClosedRange<UInt32> {
          _ = try ScriptedDevice(pairing: timed, address: address, counter: address * 100)
            .complete(amongOthers: true)
        }
      }
    case .counterExhausted:
      try run(TimedNode()) {
        try CounterExhaustionTests.peer(next: CounterExhaustionTests.reserved - 1, on: $0)
          .order()
      }
    }
  }

  static func notices(reaching closure: WindowClosure) throws -> [Notice] {
    switch closure {
    case .timeout: try window { $0.timed.pass(milliseconds: 180_000) }
    case .commanded: try window { $0.timed.order(.closeWindow) }
    case .attemptsExhausted:
      try window { first in
        for attempt in 1...20 as ClosedRange<UInt64> {
          let peer = ScriptedCommissioner(
            first.timed, ephemeralNodeID: attempt, counter: UInt32(attempt) * 100)
          try peer.proceedToResponse()
          try peer.report(.invalidParameter)
          try peer.take()
        }
      }
    case .sessionEstablished: try window { _ = try $0.complete() }
    }
  }

  static func notices(reaching outcome: DeliveryOutcome) throws -> [Notice] {
    switch outcome {
    case .sent: try paired { try $0.order(isReliable: false) }
    case .acknowledged:
      try paired {
        try $0.take()
        let message = try $0.orderAndTake()
        try $0.acknowledge(
          message.counter, isInitiator: false, exchange: message.exchange.exchangeID)
      }
    case .unacknowledged:
      try paired {
        try $0.order()
        $0.timed.pass(milliseconds: 20_000)
      }
    case .sessionClosed:
      try paired {
        try $0.order()
        $0.timed.order(.closeSession(session: $0.nodeSession))
      }
    }
  }

  // MARK: Beginnings

  private static let pair = Command.pair(
    PairOrder(peer: PeerHandle(rawValue: 8), passcode: Simulation.passcode))

  private static func run(
    _ timed: TimedNode, _ body: (TimedNode) throws -> Void
  ) rethrows -> [Notice] {
    try body(timed)
    return timed.notices
  }

  /// A node that pairs with a device, which has its PBKDFParamRequest.
  private static func pairing(_ body: (ScriptedDevice) throws -> Void) throws -> [Notice] {
    let device = try ScriptedDevice(pairing: TimedNode())
    try body(device)
    return device.timed.notices
  }

  /// A node that pairs with a device, which has its Pake1.
  private static func beforePake2(_ body: (ScriptedDevice) throws -> Void) throws -> [Notice] {
    try pairing {
      try $0.proceedToPake1()
      try body($0)
    }
  }

  /// A node with an open window, and a commissioner.
  private static func window(
    _ body: (ScriptedCommissioner) throws -> Void
  ) throws -> [Notice] {
    let timed = TimedNode()
    try timed.openWindow()
    try body(ScriptedCommissioner(timed))
    return timed.notices
  }

  /// A node with a session.
  private static func paired(_ body: (SecurePeer) throws -> Void) throws -> [Notice] {
    let peer = try SecurePeer.pairedWithDevice()
    try body(peer)
    return peer.timed.notices
  }

  /// A node with a session, and all exchanges in use.
  private static func fullOfExchanges(
    _ body: (SecurePeer) throws -> Void
  ) throws -> [Notice] {
    try paired {
      for token in 0..<8 as Range<UInt32> { try $0.order(token: token) }
      try body($0)
    }
  }
}
