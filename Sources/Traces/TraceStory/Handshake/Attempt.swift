import MatterBytes
import MatterWire

/// One PASE handshake as it was on the wire.
struct Attempt {
  /// The ephemeral node id that the initiator chose.
  let id: UInt64
  /// When its first message was sent.
  let start: UInt64
  /// The names of the two sides.
  var commissioner: String
  var device: String

  var request: [UInt8]?
  var response: [UInt8]?
  var pA: [UInt8]?
  var pB: [UInt8]?
  var cB: [UInt8]?
  var cA: [UInt8]?
  /// The last StatusReport, and whether the commissioner sent it.
  var status: (report: StatusReport, isFromCommissioner: Bool)?

  init(id: UInt64, start: UInt64, commissioner: String, device: String) {
    self.id = id
    self.start = start
    self.commissioner = commissioner
    self.device = device
  }

  /// Notes what a message of the handshake holds.
  mutating func take(_ message: DecodedMessage, isFromInitiator: Bool) {
    let payload = message.payload
    switch message.opcode {
    case .pbkdfParamRequest: request = payload
    case .pbkdfParamResponse: response = payload
    case .pake1: pA = (try? Pake1.parse(payload.span)).map { list($0.pA.span) }
    case .pake2:
      guard let pake2 = try? Pake2.parse(payload.span) else { return }
      pB = list(pake2.pB.span)
      cB = list(pake2.cB.span)
    case .pake3: cA = (try? Pake3.parse(payload.span)).map { list($0.cA.span) }
    case .statusReport:
      guard let report = try? StatusReport.parse(payload.span) else { return }
      status = (report, isFromInitiator)
    default: break
    }
  }

  var parsedRequest: PBKDFParamRequest? {
    request.flatMap { try? PBKDFParamRequest.parse($0.span) }
  }

  var parsedResponse: PBKDFParamResponse? {
    response.flatMap { try? PBKDFParamResponse.parse($0.span) }
  }

  /// What stands for how far it came, in the messages' names.
  var lastMessage: String {
    if status != nil { return "StatusReport" }
    if cA != nil { return "Pake3" }
    if pB != nil { return "Pake2" }
    if pA != nil { return "Pake1" }
    return response == nil ? "PBKDFParamRequest" : "PBKDFParamResponse"
  }
}

/// The bytes of a span.
func list(_ span: Span<UInt8>) -> [UInt8] {
  span.indices.map { span[$0] }
}

/// Bytes of a length that is known.
func inline<let count: Int>(_ bytes: [UInt8]) -> [count of UInt8] {
  precondition(bytes.count == count, "the length is that of the type")
  var result = [count of UInt8](repeating: 0)
  for index in 0..<count { result[index] = bytes[index] }
  return result
}
