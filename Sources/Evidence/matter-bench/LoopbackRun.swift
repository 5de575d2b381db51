import CoreEngines
import CoreSeam
import HostShell
import MatterBytes
import OperatingSystem
import TraceFormat

/// A commissioner and a device, each with a core process of its own, that pair over loopback UDP
/// and then send one message to and fro.
final class LoopbackRun: PartyApplication {
  /// What one run showed.
  struct Result {
    /// From the commissioner's first datagram to its session, PBKDF2 of 1000 iterations included.
    let pairingMicroseconds: Double
    /// Encrypted messages that arrived at an application, both directions together. Each is sent
    /// when the one before has arrived.
    let messagesPerSecond: Double
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static let passcode: UInt32 = 20_202_021
  private static let messageCount = 1000
  private static let protocolID: UInt16 = 4

  private let loop = EventLoop()
  private let device: Party
  private let commissioner: Party
  private let payload: BoundedBytes<1178>
  private let window: WindowOrder
  private let start = FirstDatagram()
  private var sessions: [String: UInt16] = [:]
  private var arrived = 0
  private var established: UInt64 = 0
  private var outcome: Swift.Result<Result, Failure>?

  /// - Parameter core: which core each of them has.
  init(core: OpenedCore) throws {
    let address =
      PeerAddress.hasIPv6Loopback ? PeerAddress.loopback6(port: 0) : .loopback4(port: 0)
    device = Party(
      name: "device", loop: loop, engine: try core.start(on: loop),
      endpoint: try UDPEndpoint(.only(address), loop: loop))
    commissioner = Party(
      name: "commissioner", loop: loop, engine: try core.start(on: loop),
      endpoint: try UDPEndpoint(.only(address), loop: loop))
    let salt = Array("SPAKE2P Key Salt".utf8)
    window = WindowOrder(
      secret: .passcode(Self.passcode), iterations: 1000,
      salt: try BoundedBytes(copying: salt.span), durationSeconds: 180)
    payload = try BoundedBytes(zeros: 64)
  }

  /// Does all of it; the core processes have ended when it returns.
  func run() throws -> Result {
    for party in [device, commissioner] {
      party.application = self
      party.start()
    }
    commissioner.add(start)
    device.order(.openWindow(window))
    loop.schedule(after: 30_000_000) { [unowned self] in end(Failure(description: "no end")) }
    loop.run()
    commissioner.shutDown()
    device.shutDown()
    guard let outcome else { preconditionFailure("the loop runs until there is an outcome") }
    return try outcome.get()
  }

  func party(_ party: Party, received notice: Notice) {
    switch notice {
    case .windowOpened:
      pair()
    case .sessionEstablished(let session):
      sessions[party.name] = session.session
      guard party === commissioner else { return }
      established = MonotonicClock.now()
      send(from: commissioner, on: nil)
    case .messageReceived(let message):
      arrived += 1
      guard arrived < Self.messageCount else { return succeed() }
      send(from: party, on: message.exchange)
    case .pairingFailed, .inputRejected, .sessionClosed:
      end(Failure(description: "\(party.name): \(notice)"))
    case .windowClosed, .handshakeProgress, .delivery, .messageProcessed:
      break
    }
  }

  func party(_ party: Party, lostCore loss: CoreLoss, closing sessions: [EstablishedSession]) {
    end(Failure(description: "the core of the \(party.name) \(loss)"))
  }

  private func pair() {
    guard let address = device.addresses.first, let peer = commissioner.handle(for: address) else {
      return end(Failure(description: "the device has no address"))
    }
    commissioner.order(.pair(PairOrder(peer: peer, passcode: Self.passcode)))
  }

  private func send(from party: Party, on exchange: ExchangeReference?) {
    guard let session = sessions[party.name] else {
      return end(Failure(description: "the \(party.name) has no session"))
    }
    party.order(
      .send(
        SendOrder(
          token: UInt32(arrived), session: session, exchange: exchange,
          protocolID: Self.protocolID, opcode: 1, isReliable: true, endsExchange: false,
          payload: payload)))
  }

  private func succeed() {
    guard let first = start.time else {
      return end(Failure(description: "nothing was sent"))
    }
    let now = MonotonicClock.now()
    outcome = .success(
      Result(
        pairingMicroseconds: Double(established - first),
        messagesPerSecond: Double(Self.messageCount) * 1e6 / Double(now - established)))
    loop.stop()
  }

  private func end(_ failure: Failure) {
    guard outcome == nil else { return }
    outcome = .failure(failure)
    loop.stop()
  }
}

/// When a party's core first sent something.
private final class FirstDatagram: PortObserver {
  private(set) var time: UInt64?

  func party(_ party: Party, saw event: PortEvent) {
    guard case .output(.message(.datagram)) = event.content, time == nil else { return }
    time = event.time
  }
}

extension LoopbackRun {
  /// For each core the median of several runs, each with new processes; the cores take turns.
  static func measure(_ cores: [OpenedCore], _ effort: Effort) throws -> [Result] {
    var results = cores.map { _ in [Result]() }
    for _ in 0..<effort.repetitions {
      for (index, core) in cores.enumerated() {
        results[index].append(try LoopbackRun(core: core).run())
      }
    }
    return results.map { results in
      Result(
        pairingMicroseconds: median(results.map(\.pairingMicroseconds)),
        messagesPerSecond: median(results.map(\.messagesPerSecond)))
    }
  }
}
