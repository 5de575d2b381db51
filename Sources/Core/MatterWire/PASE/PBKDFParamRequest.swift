import MatterBytes

/// The first PASE message: the initiator asks for the PBKDF parameters.
///
/// Spec: Core 1.0 §4.13.1.
public struct PBKDFParamRequest: Sendable {
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

  /// Appends the message, for which there must be room.
  public func write<let capacity: Int>(into bytes: inout BoundedBytes<capacity>) {
    var writer = TLVWriter<94>()
    writer.write(octets: initiatorRandom.span, as: .initiatorRandom)
    writer.write(unsigned: UInt32(initiatorSessionID), as: .initiatorSessionID)
    writer.write(unsigned: UInt32(passcodeID), as: .passcodeID)
    writer.write(bool: hasPBKDFParameters, as: .hasPBKDFParameters)
    SessionParameters.write(sessionParameters, into: &writer)
    bytes.add(contentsOf: writer.finish().span)
  }
}
