import CoreSeam
import HostShell
import TraceFormat

/// Measures the time from a party's first datagram to its session.
final class HandshakeClock: PortObserver {
  private var firstDatagram: UInt64?

  /// In microseconds; nil as long as there is no session.
  private(set) var elapsed: UInt64?

  func party(_ party: Party, saw event: PortEvent) {
    switch event.content {
    case .output(.message(.datagram)):
      if firstDatagram == nil { firstDatagram = event.time }
    case .output(.message(.notice(.sessionEstablished))):
      if elapsed == nil, let firstDatagram { elapsed = event.time - firstDatagram }
    case .input, .output(.message(.notice)), .output(.deadline), .output(.entropyWanted): break
    }
  }
}
