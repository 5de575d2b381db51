import MatterBytes

/// The first PASE message: the initiator asks for the PBKDF parameters.
///
/// Spec: Core 1.0 §4.13.1.
public struct PBKDFParamRequest: Equatable, Sendable {
  public var initiatorRandom: [32 of UInt8]
  /// The id that the initiator wants in messages to it; never 0 in a parsed request.
  public var initiatorSessionID: UInt16
  /// Which passcode is meant. Only 0, the one for commissioning, exists; others do parse.
  public var passcodeID: UInt16
  /// Whether the initiator has the PBKDF parameters already, so that the response leaves them out.
  public var hasPBKDFParameters: Bool
  public var sessionParameters: SessionParameters?

  public init(
    initiatorRandom: [32 of UInt8], initiatorSessionID: UInt16, passcodeID: UInt16 = 0,
    hasPBKDFParameters: Bool = false, sessionParameters: SessionParameters? = nil
  ) {
    self.initiatorRandom = initiatorRandom
    self.initiatorSessionID = initiatorSessionID
    self.passcodeID = passcodeID
    self.hasPBKDFParameters = hasPBKDFParameters
    self.sessionParameters = sessionParameters
  }

  /// Bytes of the longest request that is written.
  public static var maximumLength: Int { 94 }

  /// - Throws: `PASEMessageError`. Bytes behind the message are ignored.
  public static func parse(_ payload: Span<UInt8>) throws(PASEMessageError) -> PBKDFParamRequest {
    var fields = try PASEStructureReader(payload)
    let request = PBKDFParamRequest(
      initiatorRandom: try fields.octets(.initiatorRandom),
      initiatorSessionID: try fields.sessionID(.initiatorSessionID),
      passcodeID: try fields.unsigned(.passcodeID),
      hasPBKDFParameters: try fields.bool(.hasPBKDFParameters),
      sessionParameters: try SessionParameters(optionalIn: &fields))
    try fields.finish()
    return request
  }

  /// Appends the message.
  /// - Throws: `capacityExceeded`, and `bytes` is then unchanged.
  public func write<let capacity: Int>(
    into bytes: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    var writer = TLVWriter<94>()
    try writer.startContainer(.structure, tag: .anonymous)
    try writer.write(octets: initiatorRandom.span, tag: PASEField.initiatorRandom.contextTag)
    try writer.write(
      unsigned: UInt64(initiatorSessionID), tag: PASEField.initiatorSessionID.contextTag)
    try writer.write(unsigned: UInt64(passcodeID), tag: PASEField.passcodeID.contextTag)
    try writer.write(bool: hasPBKDFParameters, tag: PASEField.hasPBKDFParameters.contextTag)
    try sessionParameters?.write(into: &writer)
    try writer.endContainer()
    try bytes.append(contentsOf: writer.finish().span)
  }

  public static func == (left: PBKDFParamRequest, right: PBKDFParamRequest) -> Bool {
    guard left.initiatorRandom.span.hasSameBytes(as: right.initiatorRandom.span) else {
      return false
    }
    guard left.initiatorSessionID == right.initiatorSessionID else { return false }
    guard left.passcodeID == right.passcodeID else { return false }
    guard left.hasPBKDFParameters == right.hasPBKDFParameters else { return false }
    return left.sessionParameters == right.sessionParameters
  }
}
