import CommandLineInterface
import CoreDriver
import CoreSeam
import HostShell
import MatterBytes
import MatterCrypto
import Onboarding
import OperatingSystem
import TraceFormat
import Words

/// One run of `matter-sim device`.
final class DeviceRun {
  private let loop = EventLoop()
  private let console: Console
  private let reporter: Reporter
  private let party: Party
  private let device: EchoDevice
  private let log: EventLog
  private let recording: Recording?
  private let isOnce: Bool
  private let payload: OnboardingPayload
  private var exitCode = ExitCode.done

  init(_ arguments: Arguments, console: Console) throws(CommandFailure) {
    self.console = console
    reporter = Reporter(console: console, loop: loop)
    log = EventLog(reporter: reporter, margin: .time)
    isOnce = arguments[DeviceCommand.once]
    payload = OnboardingPayload(
      product: ProductIdentity(
        vendorID: arguments[DeviceOptions.vendor], productID: arguments[DeviceOptions.product]),
      flow: .standard, discovery: .onNetwork,
      discriminator: arguments[DeviceOptions.discriminator],
      passcode: arguments[DeviceOptions.passcode])
    let setup = try PartySetup(loop: loop, arguments: arguments)
    setup.warn(reporter)
    recording = try Recording(arguments, setup: setup, reporter: reporter)
    party = try setup.party(
      PartyName.device, at: .everywhere(port: arguments[DeviceCommand.port]), stream: .device)
    let window = WindowOrder(
      secret: .passcode(payload.passcode.value), iterations: arguments[DeviceOptions.iterations],
      salt: setup.salt(arguments[SharedOptions.salt]),
      durationSeconds: arguments[DeviceCommand.window])
    device = EchoDevice(
      party: party, loop: loop, window: window, service: isOnce ? .oneSession : .continuous)
    setup.announce(reporter)
  }

  func run() throws -> ExitCode {
    try showCodes()
    recording?.add(party)
    party.add(log)
    device.ended = { [unowned self] ending in end(ending) }
    let signals = try SignalWatch(loop: loop) { [unowned self] _ in device.stop() }
    device.start(.standard(reportsMessages: recording != nil))
    loop.run()
    party.shutDown()
    recording?.finish(reporter)
    withExtendedLifetime(signals) {}
    try reporter.finish()
    return exitCode
  }

  /// Shows how to pair before anything is served, so that a program can wait for it.
  private func showCodes() throws(OutputError) {
    let code = QRCode(payload)
    let manual = ManualPairingCode(for: payload)
    if console.format == .text { try console.show(code) }
    let port = party.addresses.first?.port ?? 0
    let versions = party.addresses.map { $0.isIPv6 ? "IPv6" : "IPv4" }
    try console.report(
      text: """
        qr      \(code.text)
        manual  \(manual.text)
        listening on UDP port \(port), \(versions.joined(separator: " and "))
        """,
      json: .event(
        "listening", of: party,
        [
          "port": .integer(Int(port)),
          "addresses": .array(party.addresses.map { .string("\($0)") }),
          "qr": .string(code.text), "manual": .string(manual.digits),
        ]))
  }

  private func end(_ ending: EchoDevice.Ending) {
    loop.stop()
    if let verdict = verdict(on: ending) { exitCode = verdict.report(to: reporter) }
  }

  /// How the run is to be judged; nil for one that had no aim and was stopped.
  private func verdict(on ending: EchoDevice.Ending) -> Verdict? {
    switch ending {
    case .served(let session, let reason):
      return paired(session, "closed " + reason.explanation)
    case .windowClosed(let reason):
      return .failed("the window closed without a session: " + reason.explanation)
    case .refused(let rejection): return .failed("the core refused " + rejection.explanation)
    case .stopped:
      guard isOnce else { return nil }
      guard let session = device.session else {
        return .failed("interrupted before there was a session")
      }
      return paired(session, "closed by this side")
    case .coreLost(let loss, let sessions):
      return .coreLost(of: PartyName.device, loss, closing: sessions)
    }
  }

  private func paired(_ session: EstablishedSession, _ how: String) -> Verdict {
    .paired(
      summary: "session \(session.session) (its id there: \(session.peerSession)), \(how)",
      fields: [
        "session": .integer(Int(session.session)),
        "peer_session": .integer(Int(session.peerSession)),
      ])
  }
}
