public import CoreEngines
public import CoreSeam

/// The host application of a party: it orders, and hears what came of it.
public protocol PartyApplication: AnyObject {
  /// The core has news.
  func party(_ party: Party, received notice: Notice)

  /// The core has ended by itself. The sessions that it held are gone with it.
  func party(_ party: Party, lostCore loss: CoreLoss, closing sessions: [EstablishedSession])
}
