import CoreSeam
import MatterBytes
import MatterCore
import ReferencePASE

/// The verified core with a host that keeps its time and gives it entropy from a seed.
final class CoreNode {
  private var core = VerifiedCore()
  private var random: SeededGenerator
  private(set) var now: UInt64 = 1_000_000
  private(set) var deadline: UInt64?
  private(set) var notices: [Notice] = []
  /// Sent, and not yet taken by `takeDatagram`.
  private var datagrams: [[UInt8]] = []

  /// The only peer there is.
  static let peer = PeerHandle(rawValue: 1)

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    give(.clock(now))
  }

  func order(_ command: Command) {
    give(.message(.command(command)))
  }

  func receive(_ datagram: [UInt8]) throws {
    let bytes = try BoundedBytes<1232>(copying: datagram.span)
    give(.message(.datagram(Datagram(peer: Self.peer, bytes: bytes))))
  }

  func takeDatagram() -> [UInt8]? {
    datagrams.isEmpty ? nil : datagrams.removeFirst()
  }

  /// Lets the time come that the core waits for, if that is no later than `limit`.
  func advance(upTo limit: UInt64) -> Bool {
    guard let deadline, deadline <= limit else { return false }
    now = max(now, deadline)
    give(.clock(now))
    return true
  }

  private func give(_ event: InEvent) {
    var outbox = Outbox()
    core.step(event, into: &outbox)
    var assembler = FrameAssembler()
    var offset = 0
    do {
      while try assembler.consume(outbox.bytes, at: &offset) {
        take(try OutEvent(frameBody: assembler.body))
      }
    } catch {
      preconditionFailure("the core writes whole frames: \(error)")
    }
  }

  private func take(_ event: OutEvent) {
    switch event {
    case .message(.datagram(let datagram)): datagrams.append([UInt8](datagram.bytes.span))
    case .message(.notice(let notice)): notices.append(notice)
    case .deadline(let deadline): self.deadline = deadline
    case .entropyWanted(let count): feed(Int(count))
    }
  }

  private func feed(_ count: Int) {
    var missing = count
    while missing > 0 {
      let portion = random.bytes(min(missing, 64))
      guard let bytes = try? BoundedBytes<64>(copying: portion.span) else {
        preconditionFailure("a portion fits")
      }
      give(.entropy(bytes))
      missing -= portion.count
    }
  }
}

extension CoreNode {
  var established: [EstablishedSession] {
    notices.compactMap { if case .sessionEstablished(let session) = $0 { session } else { nil } }
  }

  var failures: [PairingFailure] {
    notices.compactMap { if case .pairingFailed(_, _, let why, _) = $0 { why } else { nil } }
  }

  var received: [ReceivedMessage] {
    notices.compactMap { if case .messageReceived(let message) = $0 { message } else { nil } }
  }

  var deliveries: [DeliveryOutcome] {
    notices.compactMap { if case .delivery(_, _, let outcome) = $0 { outcome } else { nil } }
  }

  var closures: [SessionClosure] {
    notices.compactMap { if case .sessionClosed(_, let reason) = $0 { reason } else { nil } }
  }
}
