import CoreSeam
import MatterBytes
import Testing

/// Pairing and talking over a bad wire, for many seeds.
@Suite struct LossyWireTests {
  /// Seeds, a tenth of them in each test so that they share the processors.
  static let blocks = Array(0..<10 as Range<UInt64>)

  @Test(arguments: blocks)
  func bothSidesEndWithASessionOrAReasonAndNoMessageIsAlteredOrDeliveredTwice(
    _ block: UInt64
  ) throws {
    for seed in (block * 30)..<(block * 30 + 30) {
      let run = try LossyRun(seed: seed)
      expectEnd(of: run, seed: seed)
      run.talk()
      expectDelivery(in: run, seed: seed)
    }
  }

  private func expectEnd(of run: LossyRun, seed: UInt64) {
    let commissioner = run.simulation.commissioner.notices
    #expect(commissioner.establishedCount + commissioner.failures.count == 1, "seed \(seed)")
    let device = run.simulation.device.notices
    let accepted = device.count {
      if case .handshakeProgress(.responder, _, .requestAccepted) = $0 { true } else { false }
    }
    #expect(device.establishedCount + device.failures.count >= accepted, "seed \(seed)")
    // A commissioner never has a session that its device does not have.
    #expect(commissioner.establishedCount <= device.establishedCount, "seed \(seed)")
    if let ours = commissioner.established, let theirs = device.established {
      #expect(ours.session == theirs.peerSession, "seed \(seed)")
      #expect(ours.peerSession == theirs.session, "seed \(seed)")
    }
    for node in [run.simulation.commissioner, run.simulation.device] {
      let isQuiet = node.deadline.map { $0 > run.simulation.now } ?? true
      #expect(isQuiet, "seed \(seed)")
    }
  }

  private func expectDelivery(in run: LossyRun, seed: UInt64) {
    let nodes = run.simulation
    for message in run.messages {
      let (sender, receiver) =
        message.fromCommissioner
        ? (nodes.commissioner, nodes.device) : (nodes.device, nodes.commissioner)
      let deliveries = sender.notices.deliveries(of: message.token)
      let rejected = !sender.notices.rejections.isEmpty
      #expect(deliveries.count == 1 || rejected, "seed \(seed), token \(message.token)")
      let arrivals = receiver.notices.received.count { $0.payload.array == message.payload }
      #expect(arrivals <= 1, "seed \(seed), token \(message.token)")
      if deliveries.contains(.acknowledged) {
        #expect(arrivals == 1, "seed \(seed), token \(message.token)")
      }
    }
    // Nothing arrives that was not sent.
    for (receiver, fromCommissioner) in [(nodes.device, true), (nodes.commissioner, false)] {
      for received in receiver.notices.received {
        let isKnown = run.messages.contains {
          $0.fromCommissioner == fromCommissioner && $0.payload == received.payload.array
        }
        #expect(isKnown, "seed \(seed)")
      }
    }
  }

  @Test func mostOfTheRunsPairAndMostOfTheMessagesArrive() throws {
    // The wire is bad, not dead: runs that all failed would prove nothing.
    var paired = 0
    var acknowledged = 0
    var sent = 0
    for seed in 1000..<1040 as Range<UInt64> {
      let run = try LossyRun(seed: seed)
      guard run.isEstablished else { continue }
      paired += 1
      run.talk()
      sent += run.messages.count
      for message in run.messages {
        let sender =
          message.fromCommissioner ? run.simulation.commissioner : run.simulation.device
        acknowledged += sender.notices.deliveries(of: message.token) == [.acknowledged] ? 1 : 0
      }
    }
    #expect(paired > 20)
    #expect(acknowledged * 10 > sent * 9)
  }
}
