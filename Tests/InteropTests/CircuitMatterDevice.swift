/// CircuitMatter's device, as Peers/circuitmatter_device.py runs it.
struct CircuitMatterDevice: Decodable {
  /// The UDP port it listens on.
  let port: UInt16
  /// The passcode that it has made up.
  let passcode: UInt32

  /// Starts a device and runs `body` with it.
  static func with<Result>(
    body: (CircuitMatterDevice) async throws -> Result
  ) async throws -> Result {
    let script = try Programs.peer("circuitmatter_device.py")
    return try await Child.with(try Programs.python(), [script]) { child in
      try await body(try await child.json(CircuitMatterDevice.self))
    }
  }
}
