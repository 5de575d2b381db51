import MatterBytes

/// The fifth PASE message: the initiator's key confirmation.
///
/// Spec: Core 1.0 §4.13.1.
public struct Pake3: Equatable, Sendable {
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

  /// Appends the message.
  /// - Throws: `capacityExceeded`, and `bytes` is then unchanged.
  public func write<let capacity: Int>(
    into bytes: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    var writer = TLVWriter<37>()
    try writer.startContainer(.structure, tag: .anonymous)
    try writer.write(octets: cA.span, tag: PASEField.cA.contextTag)
    try writer.endContainer()
    try bytes.append(contentsOf: writer.finish().span)
  }

  /// Not in constant time: a confirmation is checked elsewhere.
  public static func == (left: Pake3, right: Pake3) -> Bool {
    left.cA.span.hasSameBytes(as: right.cA.span)
  }
}
