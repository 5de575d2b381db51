import CoreEngines
import CoreSeam
import HostShell

/// Keeps what an application is told of the core's end.
final class RecordingApplication: PartyApplication {
  private(set) var closed: [EstablishedSession] = []

  func party(_ party: Party, received notice: Notice) {}

  func party(
    _ party: Party, lostCore loss: CoreLoss, closing sessions: [EstablishedSession]
  ) {
    closed = sessions
  }
}
