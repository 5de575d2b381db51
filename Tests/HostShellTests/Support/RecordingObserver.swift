import HostShell
import OperatingSystem
import TraceFormat

/// Keeps what an observer sees.
final class RecordingObserver: PortObserver {
  private(set) var events: [PortEvent] = []
  private(set) var refused: [PeerAddress] = []

  func party(_ party: Party, saw event: PortEvent) { events.append(event) }

  func party(_ party: Party, couldNotSendTo address: PeerAddress, because error: SystemError) {
    refused.append(address)
  }
}
