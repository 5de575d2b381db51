import CoreSeam
import MatterWire

/// Whose unsecured message it is: the initiator names itself as the source, the responder names
/// the initiator as the destination. A message that names both or neither belongs to nobody.
///
/// Spec: Matter Core, unsecured sessions, ephemeral initiator node id.
struct UnsecuredAddress {
  let ephemeralNodeID: UInt64
  /// The side that this node has.
  let role: Role

  init?(of header: MessageHeader) {
    guard header.destinationGroup == nil else { return nil }
    if let destination = header.destination {
      guard header.source == nil else { return nil }
      ephemeralNodeID = destination.rawValue
      role = .initiator
    } else {
      guard let source = header.source else { return nil }
      ephemeralNodeID = source.rawValue
      role = .responder
    }
  }
}
