import MatterBytes

/// The fourth PASE message: the responder's share and its key confirmation.
///
/// Spec: Core 1.0 §4.13.1.
public struct Pake2: Sendable {
  /// An uncompressed point, not yet checked to be one.
  public var pB: [65 of UInt8]
  public var cB: [32 of UInt8]

  public init(pB: [65 of UInt8], cB: [32 of UInt8]) {
    self.pB = pB
    self.cB = cB
  }

  /// Bytes of the message as it is written.
  public static var maximumLength: Int { 105 }

  /// - Throws: `PASEMessageError`. Bytes behind the message are ignored.
  public static func parse(_ payload: Span<UInt8>) throws(PASEMessageError) -> Pake2 {
    var fields = try PASEStructureReader(payload)
    let message = Pake2(pB: try fields.octets(.pB), cB: try fields.octets(.cB))
    try fields.finish()
    return message
  }

  /// Appends the message, for which there must be room.
  public func write<let capacity: Int>(into bytes: inout BoundedBytes<capacity>) {
    var writer = TLVWriter<105>()
    writer.write(octets: pB.span, as: .pB)
    writer.write(octets: cB.span, as: .cB)
    bytes.add(contentsOf: writer.finish().span)
  }
}
