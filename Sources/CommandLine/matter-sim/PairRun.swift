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

/// One run of `matter-sim pair`.
final class PairRun {
  private let loop = EventLoop()
  private let reporter: Reporter
  private let clock = HandshakeClock()
  private let log: EventLog
  private let recording: Recording?
  private let party: Party
  private let commissioner: EchoCommissioner
  private let address: PeerAddress
  private let passcode: UInt32
  private let seconds: UInt32
  private var verdict: Verdict?

  init(
    _ request: PairingRequest, _ arguments: Arguments, console: Console
  ) throws(CommandFailure) {
    reporter = Reporter(console: console, loop: loop)
    log = EventLog(reporter: reporter, margin: .time)
    address = try request.address.resolve()
    passcode = request.passcode.value
    seconds = arguments[PairCommand.timeout]
    let setup = try PartySetup(loop: loop, arguments: arguments)
    setup.warn(reporter)
    recording = try Recording(arguments, setup: setup, reporter: reporter)
    party = try setup.party(
      PartyName.commissioner, at: .everywhere(port: 0), stream: .commissioner)
    commissioner = EchoCommissioner(
      party: party, loop: loop,
      payloads: arguments[PairCommand.message].map { [bounded($0)] } ?? [])
    setup.announce(reporter)
  }

  func run() throws -> ExitCode {
    recording?.add(party)
    party.add(log)
    party.add(clock)
    commissioner.answered = { [unowned self] answer in show(answer) }
    commissioner.ended = { [unowned self] result in end(result) }
    let signals = try SignalWatch(loop: loop) { [unowned self] _ in commissioner.stop() }
    reporter.report(
      text: "pairing with \(address)",
      json: .event("pairing", of: party, ["peer": .string("\(address)")]))
    commissioner.start(.standard(reportsMessages: recording != nil))
    commissioner.pair(with: address, passcode: passcode, within: seconds)
    loop.run()
    party.shutDown()
    recording?.finish(reporter)
    withExtendedLifetime(signals) {}
    try reporter.finish()
    guard let verdict else { preconditionFailure("the loop runs until there is a verdict") }
    let code = verdict.report(to: reporter)
    try reporter.finish()
    return code
  }

  private func show(_ answer: BoundedBytes<1206>) {
    let bytes = answer.span.indices.map { answer.span[$0] }
    reporter.report(
      text: "the device answered: " + printable(String(decoding: bytes, as: UTF8.self)),
      json: .event("answer", of: party, ["payload": .string(hexadecimal(bytes))]))
  }

  private func end(_ result: Result<EstablishedSession, CommissioningFailure>) {
    loop.stop()
    verdict =
      switch result {
      case .success(let session): paired(session)
      case .failure(.coreLost(let loss, let sessions)):
        .coreLost(of: PartyName.commissioner, loss, closing: sessions)
      case .failure(let failure): .failed(failure.explanation)
      }
  }

  private func paired(_ session: EstablishedSession) -> Verdict {
    guard let elapsed = clock.elapsed else {
      preconditionFailure("there was a session, and a datagram before it")
    }
    return .paired(
      summary: "session \(session.session) (its id there: \(session.peerSession)), "
        + "\(milliseconds(elapsed)) ms from the first datagram to established",
      fields: [
        "session": .integer(Int(session.session)),
        "peer_session": .integer(Int(session.peerSession)),
        "elapsed_us": .integer(Int(elapsed)),
      ])
  }
}
