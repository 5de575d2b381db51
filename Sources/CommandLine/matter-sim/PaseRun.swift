import CommandLineInterface
import CoreDriver
import CoreSeam
import HostShell
import MatterBytes
import MatterCrypto
import Onboarding
import OperatingSystem
import Words
import TraceFormat

/// One run of `matter-sim pase`: a commissioner and a device, each with its own core and socket,
/// in one event loop.
final class PaseRun {
  private let loop = EventLoop()
  private let reporter: Reporter
  private let clock = HandshakeClock()
  private let faults: LinkFaults
  private let passcode: UInt32
  private let deviceParty: Party
  private let commissionerParty: Party
  private let device: EchoDevice
  private let commissioner: EchoCommissioner
  private let observers: [any PortObserver]
  private let recording: Recording?

  private var session: EstablishedSession?
  private var deviceHasEnded = false
  private var verdict: Verdict?

  /// How long, in seconds, all of it may take. The handshake has a shorter limit of its own.
  private static let longestRun: UInt32 = 150
  /// How long, in microseconds, CloseSession may take to arrive beyond the delay of the wire.
  private static let closingTime: UInt64 = 2_000_000

  init(_ arguments: Arguments, console: Console) throws(CommandFailure) {
    reporter = Reporter(console: console, loop: loop)
    let wire = LinkFaults(arguments)
    faults = wire
    passcode = arguments[DeviceOptions.passcode].value
    let setup = try PartySetup(loop: loop, arguments: arguments)
    setup.warn(reporter)
    recording = try Recording(
      arguments, setup: setup, reporter: reporter,
      parties: [PartyName.commissioner, PartyName.device])
    let linkSeed = setup.seed ?? UInt64.random(in: .min ... .max)

    func party(
      _ name: String, _ stream: PartySetup.Stream, link: PartySetup.Stream
    ) throws(CommandFailure) -> Party {
      try setup.party(
        name, at: .only(Self.loopback), stream: stream,
        link: wire == .none ? nil : FaultyLink(wire, seed: linkSeed, stream: link.rawValue))
    }
    deviceParty = try party(PartyName.device, .device, link: .deviceLink)
    commissionerParty = try party(
      PartyName.commissioner, .commissioner, link: .commissionerLink)

    let window = WindowOrder(
      secret: .passcode(passcode), iterations: arguments[DeviceOptions.iterations],
      salt: setup.salt(arguments[SharedOptions.salt]), durationSeconds: 900)
    device = EchoDevice(party: deviceParty, loop: loop, window: window, service: .oneSession)
    commissioner = EchoCommissioner(
      party: commissionerParty, loop: loop, payloads: [bounded(Array("Hello, device".utf8))])
    observers = [
      MessageTable(reporter: reporter, hasFaults: faults != .none),
      EventLog(reporter: reporter, margin: .party),
    ]
    setup.announce(reporter)
    announce(linkSeed: linkSeed, discriminator: arguments[DeviceOptions.discriminator])
  }

  func run() throws -> ExitCode {
    recording?.add(commissionerParty)
    recording?.add(deviceParty)
    for observer in observers {
      deviceParty.add(observer)
      commissionerParty.add(observer)
    }
    commissionerParty.add(clock)
    connect()
    let signals = try SignalWatch(loop: loop) { [unowned self] _ in commissioner.stop() }
    device.start(.standard(reportsMessages: true))
    commissioner.start(.standard(reportsMessages: true))
    loop.run()
    commissionerParty.shutDown()
    deviceParty.shutDown()
    recording?.finish(reporter)
    withExtendedLifetime(signals) {}
    try reporter.finish()
    guard let verdict else { preconditionFailure("the loop runs until there is a verdict") }
    let code = verdict.report(to: reporter)
    try reporter.finish()
    return code
  }

  private func connect() {
    device.windowOpened = { [unowned self] in
      guard let address = deviceParty.addresses.first else { return }
      commissioner.pair(with: address, passcode: passcode, within: Self.longestRun)
    }
    commissioner.ended = { [unowned self] result in commissionerEnded(result) }
    device.ended = { [unowned self] ending in deviceEnded(ending) }
  }

  private func commissionerEnded(_ result: Result<EstablishedSession, CommissioningFailure>) {
    switch result {
    case .success(let session):
      self.session = session
      guard !deviceHasEnded else { return succeed() }
      let delay = UInt64(faults.delayMilliseconds) * 1000
      loop.schedule(after: Self.closingTime + delay) { [weak self] in self?.closeWasLost() }
    case .failure(.coreLost(let loss, let sessions)):
      end(.coreLost(of: PartyName.commissioner, loss, closing: sessions))
    case .failure(let failure):
      end(.failed(failure.explanation))
    }
  }

  private func deviceEnded(_ ending: EchoDevice.Ending) {
    switch ending {
    case .served:
      deviceHasEnded = true
      if session != nil { succeed() }
    case .windowClosed(let reason): end(.failed("the window closed: " + reason.explanation))
    case .refused(let rejection): end(.failed("the core refused " + rejection.explanation))
    case .stopped: end(.failed("interrupted"))
    case .coreLost(let loss, let sessions):
      end(.coreLost(of: PartyName.device, loss, closing: sessions))
    }
  }

  /// CloseSession is sent once and not acknowledged: on a bad wire it may not arrive, and the
  /// device then keeps its session until it needs the place.
  private func closeWasLost() {
    if faults == .none {
      end(.failed("CloseSession did not reach the device"))
    } else {
      reporter.report(
        text: "CloseSession was lost on the wire: the device keeps its session",
        json: .event("close_session_lost", [:]))
      succeed()
    }
  }

  private func succeed() {
    guard let session, let elapsed = clock.elapsed else {
      preconditionFailure("there was a session, and a datagram before it")
    }
    end(
      .paired(
        summary: "commissioner session \(session.session), device session "
          + "\(session.peerSession), \(milliseconds(elapsed)) ms from the first datagram to "
          + "established",
        fields: [
          "commissioner_session": .integer(Int(session.session)),
          "device_session": .integer(Int(session.peerSession)),
          "elapsed_us": .integer(Int(elapsed)),
        ]))
  }

  private func end(_ verdict: Verdict) {
    guard self.verdict == nil else { return }
    self.verdict = verdict
    loop.stop()
  }

  private func announce(linkSeed: UInt64, discriminator: Discriminator) {
    let addresses = [deviceParty, commissionerParty].map { party in
      (name: party.name, address: party.addresses.first.map { "\($0)" } ?? "nowhere")
    }
    reporter.report(
      text: addresses.map { "\($0.name) at \($0.address)" }.joined(separator: ", ")
        + ", discriminator \(discriminator.value)",
      json: .event("parties", JSONFields(addresses.map { ($0.name, .string($0.address)) })))
    guard faults != .none else { return }
    reporter.report(
      text: "faults on the wire are drawn from seed \(linkSeed)",
      json: .event("faults", ["seed": .string("\(linkSeed)")]))
  }

  /// IPv6, or IPv4 where the system has only that.
  private static var loopback: PeerAddress {
    PeerAddress.hasIPv6Loopback ? .loopback6(port: 0) : .loopback4(port: 0)
  }
}

extension LinkFaults {
  init(_ arguments: Arguments) {
    self.init(
      drop: arguments[FaultOptions.drop].value,
      duplicate: arguments[FaultOptions.duplicate].value,
      reorder: arguments[FaultOptions.reorder].value,
      corrupt: arguments[FaultOptions.corrupt].value,
      delayMilliseconds: arguments[FaultOptions.delay])
  }
}
