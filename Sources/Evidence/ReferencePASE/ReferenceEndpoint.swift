/// A reference party on a socket: it answers what comes in and resends what nobody acknowledges.
package struct ReferenceEndpoint {
  package private(set) var party: ReferenceParty
  private let socket: ReferenceSocket
  private var peerPort: UInt16?

  /// - Parameter peerPort: where the first datagram goes; from then on, to whoever spoke last.
  package init(_ party: ReferenceParty, on socket: ReferenceSocket, peerPort: UInt16? = nil) {
    self.party = party
    self.socket = socket
    self.peerPort = peerPort
  }

  package mutating func start() throws {
    try send(party.start())
  }

  /// Sends a message of the application in the session.
  package mutating func send(protocolID: UInt16, opcode: UInt8, _ payload: [UInt8]) throws {
    try send(party.send(protocolID: protocolID, opcode: opcode, payload))
  }

  package mutating func close() throws {
    try send(party.close())
  }

  /// Serves until `isDone`, for about `milliseconds` at most; returns whether it was done in time.
  package mutating func run(
    milliseconds: Int, until isDone: (ReferenceParty) -> Bool
  ) throws -> Bool {
    let quantum = 20
    let patience = 400
    var silence = 0
    let clock = ContinuousClock()
    let deadline = clock.now + .milliseconds(milliseconds)
    while !isDone(party) {
      guard clock.now < deadline else { return false }
      if let (datagram, port) = try socket.receive(milliseconds: Int32(quantum)) {
        peerPort = port
        silence = 0
        for reply in try party.receive(datagram) { try send(reply) }
      } else {
        silence += quantum
        if silence >= patience, let again = party.retransmission {
          silence = 0
          try send(again)
        }
      }
    }
    return true
  }

  private func send(_ datagram: [UInt8]) throws {
    guard let peerPort else { preconditionFailure("a peer to send to") }
    try socket.send(datagram, to: peerPort)
  }
}
