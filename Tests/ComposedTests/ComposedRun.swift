import CoreDriver
import CoreEngines
import CoreSeam
import HostShell
import MatterBytes
import OperatingSystem
import TraceFormat

/// A commissioner and a device, each with a core process of its own, over a bad wire: everything of
/// it comes from one seed but the times at which things happen.
final class ComposedRun {
  /// How it ended.
  enum Outcome: Equatable {
    case paired
    case failed(CommissioningFailure)
  }

  let seed: UInt64
  let faults: LinkFaults
  /// What the device is asked to send back.
  let payloads: [BoundedBytes<1178>]
  private(set) var outcome: Outcome?
  /// The application messages that each side was given.
  let commissionerInbox = Inbox()
  let deviceInbox = Inbox()

  private let deviceParty: Party
  private let commissionerParty: Party
  private let device: EchoDevice
  private let commissioner: EchoCommissioner

  init(seed: UInt64, loop: EventLoop) throws {
    self.seed = seed
    var draws = SplitMix64(seed: seed, stream: 100)
    faults = LinkFaults(
      drop: Double.random(in: 0...0.3, using: &draws),
      duplicate: Double.random(in: 0...0.3, using: &draws),
      reorder: Double.random(in: 0...0.3, using: &draws),
      corrupt: Double.random(in: 0...0.15, using: &draws),
      delayMilliseconds: UInt32.random(in: 0...20, using: &draws))
    payloads = try (0..<3).map { number in
      let length = Int.random(in: 1...1000, using: &draws)
      let bytes =
        [UInt8(number)]
        + (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &draws) }
      return try BoundedBytes(copying: bytes.span)
    }
    deviceParty = try Self.party("device", seed: seed, stream: 1, faults: faults, loop: loop)
    commissionerParty = try Self.party(
      "commissioner", seed: seed, stream: 2, faults: faults, loop: loop)
    let window = WindowOrder(
      secret: .passcode(20_202_021), iterations: 1000, salt: try BoundedBytes(zeros: 16),
      durationSeconds: 180)
    device = EchoDevice(party: deviceParty, loop: loop, window: window, service: .continuous)
    commissioner = EchoCommissioner(party: commissionerParty, loop: loop, payloads: payloads)
    deviceParty.add(deviceInbox)
    commissionerParty.add(commissionerInbox)
  }

  /// Begins the run, and calls `ended` when it is over.
  func start(_ ended: @escaping () -> Void) {
    var hasBegun = false
    device.windowOpened = { [unowned self] in
      // The window opens again after a session.
      guard !hasBegun, let address = deviceParty.addresses.first else { return }
      hasBegun = true
      commissioner.pair(with: address, passcode: 20_202_021, within: 150)
    }
    commissioner.ended = { [unowned self] result in
      outcome =
        switch result {
        case .success: .paired
        case .failure(let failure): .failed(failure)
        }
      ended()
    }
    device.start(.standard(reportsMessages: false))
    commissioner.start(.standard(reportsMessages: false))
  }

  /// Ends both cores.
  func shutDown() {
    commissionerParty.shutDown()
    deviceParty.shutDown()
  }

  private static func party(
    _ name: String, seed: UInt64, stream: UInt64, faults: LinkFaults, loop: EventLoop
  ) throws -> Party {
    Party(
      name: name, loop: loop, engine: try CoreCatalogue.open(.native).start(on: loop),
      endpoint: try UDPEndpoint(
        .only(PeerAddress.hasIPv6Loopback ? .loopback6(port: 0) : .loopback4(port: 0)),
        loop: loop),
      entropy: SeededEntropy(seed: seed, stream: stream),
      link: FaultyLink(faults, seed: seed, stream: 10 + stream))
  }
}
