import CoreDriver
import CoreEngines
import CoreSeam
import HostShell
import MatterBytes
import TraceFormat

/// A core with what its host would do for it, in simulated time, and recorded like a real one.
package final class SimulatedParty {
  package let name: String
  package let address: PeerAddress

  package private(set) var notices: [Notice] = []
  package private(set) var deadline: UInt64?
  /// Gets each datagram that the core sends.
  var transmit: (Datagram) -> Void = { _ in }
  /// The peers, by their handles.
  package var peers: [UInt32: PeerAddress] = [:]
  /// What the host application does about news.
  package var heard: (Notice) -> Void = { _ in }
  /// Whether the core gets the entropy that it asks for.
  var givesEntropy = true

  private let engine = InProcessCore()
  private var entropy: any EntropySource
  private let writer: TraceWriter
  private let number: Int
  private var now: UInt64 = 0

  init(
    name: String, address: PeerAddress, entropy: any EntropySource, writer: TraceWriter,
    _ identity: RunIdentity
  ) {
    self.name = name
    self.address = address
    self.entropy = entropy
    self.writer = writer
    number = writer.addParty(name: name, identity)
    engine.client = self
  }

  package var sessions: [EstablishedSession] {
    notices.compactMap { notice in
      guard case .sessionEstablished(let session) = notice else { return nil }
      return session
    }
  }

  func tick(_ time: UInt64) {
    now = time
    give(.clock(time))
  }

  package func order(_ command: Command) {
    give(.message(.command(command)))
  }

  /// Gives the core entropy that it may not have asked for.
  func feed(_ bytes: [UInt8]) {
    guard let entropy = try? BoundedBytes<64>(copying: bytes.span) else { return }
    give(.entropy(entropy))
  }

  func receive(_ bytes: [UInt8], from peer: UInt32) {
    guard let payload = try? BoundedBytes<1232>(copying: bytes.span) else { return }
    give(.message(.datagram(Datagram(peer: PeerHandle(rawValue: peer), bytes: payload))))
  }

  /// Takes the time up again after a clock that went back.
  func resume(at time: UInt64) {
    now = time
  }

  func end() {
    engine.shutDown()
    writer.end(party: number, at: now)
  }

  /// Records what happens to the datagram that the core has just sent.
  func record(_ fate: WireFate) {
    writer.write(fate, at: now, of: number)
  }

  private func give(_ event: InEvent) {
    write(.input(event))
    engine.give(event)
    engine.flush()
  }

  private func write(_ content: PortEvent.Content) {
    let nowhere = PeerAddress(host: .v6(upper: 0, lower: 0, scope: 0), port: 0)
    let peer = content.datagram.flatMap { peers[$0.peer.rawValue] } ?? nowhere
    writer.write(
      PortEvent(time: now, content: content), of: number,
      between: content.isInput
        ? AddressPair(source: peer, destination: address)
        : AddressPair(source: address, destination: peer))
  }
}

extension SimulatedParty: CoreEngineClient {
  package func coreEmitted(_ event: OutEvent) {
    write(.output(event))
    switch event {
    case .message(.datagram(let datagram)): transmit(datagram)
    case .message(.notice(let notice)):
      notices.append(notice)
      heard(notice)
    case .deadline(let deadline): self.deadline = deadline
    case .entropyWanted(let count):
      guard givesEntropy else { return }
      var rest = Int(count)
      while rest > 0 {
        let part = min(rest, 64)
        give(.entropy(entropy.draw(part)))
        rest -= part
      }
    }
  }

  package func coreEndedStep(fuel: UInt64?) {
    writer.endStep(of: number, fuel: fuel)
  }

  package func coreLost(_ loss: CoreLoss) {}
}
