import MatterBytes

/// The second PASE message: the responder gives its random and, if asked, the PBKDF parameters.
///
/// Spec: Core 1.0 §4.13.1.
public struct PBKDFParamResponse: Sendable {
  /// The request's random, sent back.
  public var initiatorRandom: [32 of UInt8]
  public var responderRandom: [32 of UInt8]
  /// The id that the responder wants in messages to it; never 0 in a parsed response.
  public var responderSessionID: UInt16
  /// Present if and only if the request said that the initiator does not have them, which is for
  /// the initiator to check.
  public var pbkdfParameters: PBKDFParameterSet?
  public var sessionParameters: SessionParameters?

  public init(
    initiatorRandom: [32 of UInt8], responderRandom: [32 of UInt8], responderSessionID: UInt16,
    pbkdfParameters: PBKDFParameterSet? = nil, sessionParameters: SessionParameters? = nil
  ) {
    self.initiatorRandom = initiatorRandom
    self.responderRandom = responderRandom
    self.responderSessionID = responderSessionID
    self.pbkdfParameters = pbkdfParameters
    self.sessionParameters = sessionParameters
  }

  /// Bytes of the longest response that is written.
  public static var maximumLength: Int { 167 }

  /// - Throws: `PASEMessageError`. Bytes behind the message are ignored.
  public static func parse(_ payload: Span<UInt8>) throws(PASEMessageError) -> PBKDFParamResponse {
    var fields = try PASEStructureReader(payload)
    let response = PBKDFParamResponse(
      initiatorRandom: try fields.octets(.initiatorRandom),
      responderRandom: try fields.octets(.responderRandom),
      responderSessionID: try fields.sessionID(.responderSessionID),
      pbkdfParameters: try PBKDFParameterSet(optionalIn: &fields),
      sessionParameters: try SessionParameters(optionalIn: &fields))
    try fields.finish()
    return response
  }

  /// Appends the message, for which there must be room.
  public func write<let capacity: Int>(into bytes: inout BoundedBytes<capacity>) {
    var writer = TLVWriter<167>()
    writer.write(octets: initiatorRandom.span, as: .initiatorRandom)
    writer.write(octets: responderRandom.span, as: .responderRandom)
    writer.write(unsigned: UInt32(responderSessionID), as: .responderSessionID)
    pbkdfParameters?.write(into: &writer)
    SessionParameters.write(sessionParameters, into: &writer)
    bytes.add(contentsOf: writer.finish().span)
  }
}
