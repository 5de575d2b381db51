// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// An order from the host application to the core.
public enum Command: Equatable, Sendable {
  /// Replaces the node's own parameters; a handshake that runs keeps those it began with.
  case configure(NodeConfiguration)
  /// Opens the commissioning window: from now on the node answers PASE as a device.
  case openWindow(WindowOrder)
  /// Closes the commissioning window and ends a handshake that runs in it.
  case closeWindow
  /// Starts PASE with a peer, as commissioner.
  case pair(PairOrder)
  /// Sends an application message over a secure session.
  case send(SendOrder)
  /// Tells the peer that the session ends, and ends it.
  case closeSession(session: UInt16)
}

extension Command: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    switch self {
    case .configure(let value):
      try output.append(0)
      try value.encode(into: &output)
    case .openWindow(let value):
      try output.append(1)
      try value.encode(into: &output)
    case .closeWindow:
      try output.append(2)
    case .pair(let value):
      try output.append(3)
      try value.encode(into: &output)
    case .send(let value):
      try output.append(4)
      try value.encode(into: &output)
    case .closeSession(let session):
      try output.append(5)
      try session.encode(into: &output)
    }
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    switch try UInt8(from: &reader) {
    case 0: self = try .configure(NodeConfiguration(from: &reader))
    case 1: self = try .openWindow(WindowOrder(from: &reader))
    case 2: self = .closeWindow
    case 3: self = try .pair(PairOrder(from: &reader))
    case 4: self = try .send(SendOrder(from: &reader))
    case 5: self = try .closeSession(session: UInt16(from: &reader))
    default: throw .unknownCase
    }
  }
}
