import CoreSeam
import MatterWire

extension HostileScenarios {
  func counterWindows() throws {
    let stage = Stage("device", in: recording, stream: 1)
    stage.openWindow()
    let peer = HostileCommissioner(stage, counter: 4_000_000_000)
    try peer.proceedToResponse()
    peer.acknowledge()
    // The unsecured session is known now. Ahead, and back into the window and out of it.
    for counter in Self.aroundTheWindow(of: 4_000_000_100) + Self.aroundTheWindow(of: 20) {
      peer.counter = counter
      peer.send(.sigma1, isReliable: false)
      peer.counter = counter
      peer.send(.sigma1)
    }
    // Steps of the width and one more, and what they leave of the window.
    for counter in Self.steps {
      peer.counter = counter
      peer.send(.sigma1)
    }
    stage.openWindow()
    let second = HostileCommissioner(stage, ephemeralNodeID: 7, exchange: 9)
    let secure = try second.complete()
    for counter in [100] + Self.steps + Self.aroundTheWindow(of: 1000)
      + Self.aroundTheWindow(of: .max)
    {
      secure.counter = counter
      let message = secure.message(isReliable: counter % 2 == 0)
      secure.send(message)
      secure.send(message)
      stage.pass(milliseconds: 10)
    }
    stage.pass(milliseconds: 500)
  }

  private static var steps: [UInt32] {
    let before: [UInt32] = [500, 499, 498]
    return before + [532, 500, 531, 530, 529] + [565, 564, 563, 562, 533, 534, 532]
  }

  /// The highest counter, then some at each edge below it, then steps up of each kind.
  private static func aroundTheWindow(of highest: UInt32) -> [UInt32] {
    let behind = [1, 2, 31, 32, 33, 34, 5000].map { highest &- $0 }
    let ahead = [1, 2, 33, 34, 66, 99, 132, 500].map { highest &- 400 &+ $0 }
    return [highest &- 400] + ahead + [highest] + behind
  }
}
