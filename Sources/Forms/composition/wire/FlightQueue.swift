import CoreSeam
import MatterBytes

/// A datagram on its way.
struct Flight {
  var receiver = Side.device
  /// When it arrives, in microseconds.
  var arrival: UInt64 = 0
  var bytes = BoundedBytes<1232>()

  /// What the wire does to it: nothing, unless the composition is built with a broken wire, which
  /// tests use to see a run fail.
  mutating func passThroughWire() {
    #if BROKEN_WIRE
      if bytes.count > 0 { bytes[bytes.count - 1] ^= 1 }
    #endif
  }
}

/// What is on the wire. Everything takes equally long, so what was sent first arrives first.
struct FlightQueue {
  private var flights = [16 of Flight](repeating: Flight())
  private var first = 0
  private var count = 0

  /// When the next one arrives.
  var nextArrival: UInt64? { count == 0 ? nil : flights[first].arrival }

  /// - Returns: whether there was room.
  mutating func append(_ flight: Flight) -> Bool {
    guard count < flights.count else { return false }
    flights[(first + count) & (flights.count - 1)] = flight
    count += 1
    return true
  }

  /// The next one that has arrived by then.
  mutating func takeFirst(by now: UInt64) -> Flight? {
    guard count > 0 else { return nil }
    guard flights[first].arrival <= now else { return nil }
    let flight = flights[first]
    first = (first + 1) & (flights.count - 1)
    count -= 1
    return flight
  }
}
