import Foundation

/// `matter-sim device` as a process, and what it says.
struct MatterSimDevice {
  /// One line of its output.
  struct Event: Decodable {
    /// What kind of line it is.
    let event: String
    /// Of `listening`: the UDP port.
    let port: UInt16?
    /// Of `window_closed`, `pairing_failed` and `session_closed`: why.
    let reason: String?
    /// Of `pairing_failed`: the kind of failure.
    let failure: String?
    /// Of `pairing_failed`: how many handshakes have failed in this window.
    let failedAttempts: Int?

    private enum CodingKeys: String, CodingKey {
      case event, port, reason, failure
      case failedAttempts = "failed_attempts"
    }
  }

  /// The passcode of every device of these tests, unless they say another.
  static let passcode: UInt32 = 20_202_021

  /// The UDP port it listens on.
  let port: UInt16
  private let child: Child

  /// Starts a device, waits until its window is open, and runs `body` with it.
  static func with<Result>(
    _ options: String..., body: (MatterSimDevice) async throws -> Result
  ) async throws -> Result {
    let arguments =
      ["device", "--port", "0", "--passcode", String(passcode), "--discriminator", "3840"]
      + ["--format", "json"] + options
    return try await Child.with(try Programs.matterSim(), arguments) { child in
      let listening = try await event("listening", of: child)
      guard let port = listening.port else { throw ChildError.ended(child.name) }
      _ = try await event("window_opened", of: child)
      return try await body(MatterSimDevice(port: port, child: child))
    }
  }

  /// The next event of this kind; others before it are passed over.
  func event(_ name: String, within limit: Duration = .seconds(30)) async throws -> Event {
    try await Self.event(name, of: child, within: limit)
  }

  /// Ends the device as Ctrl-C does.
  /// - Returns: its exit status.
  func stop() async throws -> Int32 {
    child.interrupt()
    return try await child.exitStatus()
  }

  private static func event(
    _ name: String, of child: Child, within limit: Duration = .seconds(30)
  ) async throws -> Event {
    while true {
      let event = try await child.json(Event.self, within: limit)
      if event.event == name { return event }
    }
  }
}
