import Foundation

/// The CHIP SDK's controller, as Peers/chip_controller.py runs it.
struct CHIPController {
  /// What became of one pairing.
  struct Outcome: Decodable {
    /// Whether the session was established.
    let ok: Bool
    /// How long it took.
    let seconds: Double
    /// The errors that the SDK logged meanwhile, in order.
    let errors: [String]
  }

  private struct Ready: Decodable {
    let ready: Bool
  }

  private struct Pairing: Encodable {
    let op = "pase"
    let address = "::1"
    let port: UInt16
    let passcode: UInt32
    let node: UInt64
  }

  private let child: Child

  /// Starts a controller with a fabric of its own and runs `body` with it.
  static func with<Result>(
    body: (CHIPController) async throws -> Result
  ) async throws -> Result {
    let script = try Programs.peer("chip_controller.py")
    return try await Child.with(try Programs.python(), [script]) { child in
      _ = try await child.json(Ready.self)
      return try await body(CHIPController(child: child))
    }
  }

  /// Tries to pair with the device at `port` of the loopback interface, giving it a number.
  func pair(port: UInt16, passcode: UInt32, node: UInt64) async throws -> Outcome {
    try child.send(json: Pairing(port: port, passcode: passcode, node: node))
    return try await child.json(Outcome.self, within: .seconds(90))
  }
}
