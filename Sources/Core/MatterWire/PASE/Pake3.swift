import MatterBytes

/// The fifth PASE message: the initiator's key confirmation.
///
/// Spec: Core 1.0 §4.13.1.
public struct Pake3: Sendable {
  public var cA: [32 of UInt8]

  public init(cA: [32 of UInt8]) {
    self.cA = cA
  }

  /// Bytes of the message as it is written.
  public static var maximumLength: Int { 37 }

  /// - Throws: `PASEMessageError`. Bytes behind the message are ignored.
  public static func parse(_ payload: Span<UInt8>) throws(PASEMessageError) -> Pake3 {
    var fields = try PASEStructureReader(payload)
    let message = Pake3(cA: try fields.octets(.cA))
    try fields.finish()
    return message
  }

  /// Appends the message, for which there must be room.
  public func write<let capacity: Int>(into bytes: inout BoundedBytes<capacity>) {
    var writer = TLVWriter<37>()
    writer.write(octets: cA.span, as: .cA)
    bytes.add(contentsOf: writer.finish().span)
  }
}
