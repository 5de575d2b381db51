public import CoreSeam

/// What a step of the core is about: its input.
public enum StepKind: String, CaseIterable, Sendable {
  case clock
  case entropy
  case datagram
  case configure
  case openWindow = "open-window"
  case closeWindow = "close-window"
  case pair
  case send
  case closeSession = "close-session"

  public init(_ event: InEvent) {
    self =
      switch event {
      case .clock: .clock
      case .entropy: .entropy
      case .message(.datagram): .datagram
      case .message(.command(let command)): Self(command)
      }
  }

  private init(_ command: Command) {
    self =
      switch command {
      case .configure: .configure
      case .openWindow: .openWindow
      case .closeWindow: .closeWindow
      case .pair: .pair
      case .send: .send
      case .closeSession: .closeSession
      }
  }
}
