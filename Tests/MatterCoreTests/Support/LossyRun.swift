import CoreDriver
import CoreSeam
import MatterBytes

/// A commissioner and a device that pair and talk over a wire that drops, doubles, delays, reorders
/// and corrupts datagrams both ways, by a seed.
final class LossyRun {
  /// A message that an application sent, and how it is recognised on the other side.
  struct Message {
    let fromCommissioner: Bool
    let token: UInt32
    let payload: [UInt8]
  }

  let simulation: Simulation
  /// Everything that was sent by either application.
  private(set) var messages: [Message] = []
  private var generator: SplitMix64
  private var answered = 0
  private var nextToken: UInt32 = 1

  /// Opens the window and pairs.
  init(seed: UInt64) throws {
    simulation = Simulation(seed: seed)
    generator = SplitMix64(seed: seed &+ 0x1000)
    try simulation.openWindow(seconds: 180)
    var faults = SplitMix64(seed: seed &+ 0x2000)
    simulation.faults = { flight in Self.fates(of: flight, &faults) }
    simulation.pair()
    simulation.run(seconds: 150)
  }

  var isEstablished: Bool {
    guard simulation.commissioner.notices.establishedCount == 1 else { return false }
    return simulation.device.notices.establishedCount == 1
  }

  /// What becomes of a datagram on the wire.
  private static func fates(
    of flight: Simulation.Flight, _ generator: inout SplitMix64
  ) -> [Simulation.Flight] {
    let copies: Int
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<15: copies = 0
    case 15..<30: copies = 2
    default: copies = 1
    }
    return (0..<copies).map { _ in
      var flight = flight
      if Int.random(in: 0..<100, using: &generator) < 25 {
        flight.arrival += UInt64.random(in: 0...600_000, using: &generator)
      }
      if Int.random(in: 0..<100, using: &generator) < 8 {
        let index = Int.random(in: flight.bytes.indices, using: &generator)
        flight.bytes[index] ^= UInt8.random(in: 1 ... .max, using: &generator)
      }
      return flight
    }
  }

  /// Both applications send; the device's answers each request on its exchange.
  func talk(rounds: Int = 6) {
    guard isEstablished else { return }
    for _ in 0..<rounds {
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        send(fromCommissioner: Bool.random(using: &generator), on: nil)
      }
      for _ in 0..<4 {
        simulation.run(seconds: 2)
        answer()
      }
    }
    simulation.run(seconds: 60)
    answer()
    simulation.run(seconds: 60)
  }

  private func answer() {
    let received = simulation.device.notices.received
    for message in received[answered...] where message.opcode == 1 {
      send(fromCommissioner: false, on: message.exchange)
    }
    answered = received.count
  }

  private func send(fromCommissioner: Bool, on exchange: ExchangeReference?) {
    let node = fromCommissioner ? simulation.commissioner : simulation.device
    guard let session = node.notices.established?.session else { return }
    let length = Int.random(in: 0...900, using: &generator)
    let token = nextToken
    nextToken += 1
    let random = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let payload = [UInt8(token & 0xFF), UInt8(token >> 8)] + random
    guard let bytes = try? BoundedBytes<1178>(copying: payload.span) else { return }
    messages.append(
      Message(fromCommissioner: fromCommissioner, token: token, payload: payload))
    // Opcode 1 asks for an answer, 2 is one, 3 asks for none.
    let opcode: UInt8 = exchange != nil ? 2 : fromCommissioner ? 1 : 3
    node.order(
      .send(
        SendOrder(
          token: token, session: session, exchange: exchange, protocolID: 4, opcode: opcode,
          isReliable: true, endsExchange: opcode != 1, payload: bytes)))
  }
}
