import MatterBytes

/// The third PASE message: the initiator's share.
///
/// Spec: Core 1.0 §4.13.1.
public struct Pake1: Sendable {
  /// An uncompressed point, not yet checked to be one.
  public var pA: [65 of UInt8]

  public init(pA: [65 of UInt8]) {
    self.pA = pA
  }

  /// Bytes of the message as it is written.
  public static var maximumLength: Int { 70 }

  /// - Throws: `PASEMessageError`. Bytes behind the message are ignored.
  public static func parse(_ payload: Span<UInt8>) throws(PASEMessageError) -> Pake1 {
    var fields = try PASEStructureReader(payload)
    let message = Pake1(pA: try fields.octets(.pA))
    try fields.finish()
    return message
  }

  /// Appends the message, for which there must be room.
  public func write<let capacity: Int>(into bytes: inout BoundedBytes<capacity>) {
    var writer = TLVWriter<70>()
    writer.write(octets: pA.span, as: .pA)
    bytes.add(contentsOf: writer.finish().span)
  }
}
