/// Whom a message header names as its receiver.
public enum Destination: Equatable, Sendable {
  case none
  case node(NodeID)
  case group(UInt16)
}
