import MatterBytes
import MatterWire

/// The five PASE messages, each with a full example to bend.
enum PASEMessageKind: CaseIterable {
  case request
  case response
  case pake1
  case pake2
  case pake3

  /// Parses `bytes` as this message, and writes again what they say.
  @discardableResult
  func rewritten(_ bytes: [UInt8]) throws(PASEMessageError) -> [UInt8] {
    switch self {
    case .request:
      let message = try PBKDFParamRequest.parse(bytes.span)
      return written { out in message.write(into: &out) }
    case .response:
      let message = try PBKDFParamResponse.parse(bytes.span)
      return written { out in message.write(into: &out) }
    case .pake1:
      let message = try Pake1.parse(bytes.span)
      return written { out in message.write(into: &out) }
    case .pake2:
      let message = try Pake2.parse(bytes.span)
      return written { out in message.write(into: &out) }
    case .pake3:
      let message = try Pake3.parse(bytes.span)
      return written { out in message.write(into: &out) }
    }
  }

  /// The message with every field that it can have.
  var tree: TLVNode {
    switch self {
    case .request:
      .structure([
        Self.octets(1, KnownMessages.initiatorRandom), Self.unsigned(2, 0x47),
        Self.unsigned(3, 0), TLVNode(.context(4), .bool(false)), Self.sessionParameters,
      ])
    case .response:
      .structure([
        Self.octets(1, KnownMessages.initiatorRandom),
        Self.octets(2, KnownMessages.responderRandom), Self.unsigned(3, 0xde57),
        .structure(
          [Self.unsigned(1, 1000), Self.octets(2, KnownMessages.salt)], tag: .context(4)),
        Self.sessionParameters,
      ])
    case .pake1: .structure([Self.octets(1, KnownMessages.pA)])
    case .pake2: .structure([Self.octets(1, KnownMessages.pB), Self.octets(2, KnownMessages.cB)])
    case .pake3: .structure([Self.octets(1, KnownMessages.cA)])
    }
  }

  static let sessionParameters = TLVNode.structure(
    [
      unsigned(1, 500), unsigned(2, 300), unsigned(3, 4000), unsigned(4, 19), unsigned(5, 12),
      unsigned(6, 0x0104_0200), unsigned(7, 1), unsigned(8, 6), unsigned(9, 64000),
    ], tag: .context(5))

  private static func unsigned(_ tag: UInt8, _ value: UInt64) -> TLVNode {
    TLVNode(.context(tag), .unsigned(value))
  }

  private static func octets(_ tag: UInt8, _ bytes: [UInt8]) -> TLVNode {
    TLVNode(.context(tag), .octets(bytes))
  }
}

extension TLVNode {
  /// The tree with the members at the end of `path` changed; a path is the tags from the outside in.
  func changingMembers(at path: [UInt8], _ change: (inout [TLVNode]) -> Void) -> TLVNode {
    guard case .container(let kind, var members) = content else { return self }
    guard let tag = path.first else {
      change(&members)
      return TLVNode(self.tag, .container(kind, members))
    }
    members = members.map {
      $0.tag == .context(tag)
        ? $0.changingMembers(at: Array(path.dropFirst()), change) : $0
    }
    return TLVNode(self.tag, .container(kind, members))
  }

  var encoded: [UInt8] {
    var plain = PlainTLVEncoder()
    return plain.encode(self)
  }
}
