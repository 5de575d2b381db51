import Foundation

/// A UDP relay in front of a device, as Peers/udp_relay.py runs it.
struct Relay {
  /// A datagram that came to the relay.
  struct Datagram: Decodable, Equatable {
    enum Sender: String, Decodable {
      case controller
      case device
    }

    let from: Sender
    /// Whether the relay kept it from its addressee.
    let dropped: Bool
    /// The content, in hexadecimal.
    let bytes: String
  }

  private struct Ready: Decodable {
    let port: UInt16
  }

  private struct Drop: Codable {
    let drop: Int
  }

  private struct Dropping: Decodable {
    let dropping: Int
  }

  /// The port that stands in for the device's.
  let port: UInt16
  private let child: Child

  /// Starts a relay in front of `port` that loses the `drop`th datagram of the device, counted
  /// from 1, and runs `body` with it.
  static func with<Result>(
    inFrontOf devicePort: UInt16, losing drop: Int, body: (Relay) async throws -> Result
  ) async throws -> Result {
    let arguments = [try Programs.peer("udp_relay.py"), String(devicePort)]
    return try await Child.with(try Programs.python(), arguments) { child in
      let ready = try await child.json(Ready.self)
      try child.send(json: Drop(drop: drop))
      _ = try await child.json(Dropping.self)
      return try await body(Relay(port: ready.port, child: child))
    }
  }

  /// The datagrams that came through since this was last called.
  func datagrams() throws -> [Datagram] {
    try child.linesSoFar().map { try child.decode(Datagram.self, $0) }
  }
}
