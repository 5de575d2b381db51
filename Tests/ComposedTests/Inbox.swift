import CoreSeam
import HostShell
import MatterBytes
import TraceFormat

/// Keeps the payloads of the application messages that a core delivers, and the sessions.
final class Inbox: PortObserver {
  private(set) var payloads: [[UInt8]] = []
  private(set) var sessions = 0

  func party(_ party: Party, saw event: PortEvent) {
    switch event.content {
    case .output(.message(.notice(.messageReceived(let message)))):
      payloads.append(message.payload.span.indices.map { message.payload[$0] })
    case .output(.message(.notice(.sessionEstablished))): sessions += 1
    case .input, .output: break
    }
  }
}
