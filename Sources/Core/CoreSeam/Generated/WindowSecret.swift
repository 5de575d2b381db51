// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// What the device's side of PASE is made from.
public enum WindowSecret: Equatable, Sendable {
  /// The passcode itself; the core derives the verifier.
  case passcode(UInt32)
  /// A verifier made elsewhere: w0 (32 bytes, big-endian), then L (65 bytes, uncompressed).
  case verifier(BoundedBytes<97>)
}

extension WindowSecret: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    switch self {
    case .passcode(let value):
      try output.append(0)
      try value.encode(into: &output)
    case .verifier(let value):
      try output.append(1)
      try value.encode(into: &output)
    }
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    switch try UInt8(from: &reader) {
    case 0: self = try .passcode(UInt32(from: &reader))
    case 1: self = try .verifier(BoundedBytes<97>(from: &reader))
    default: throw .unknownCase
    }
  }
}
