import MatterWire

/// What a field holds, as the messages' tables say.
enum PASEFieldContent: Equatable {
  case bytes(Int)
  case salt
  case unsigned(bits: Int)
  case sessionID
  case bool
  case structure
}

extension PASEField {
  /// A message that has the field, and the tags of the structures around it.
  var place: (PASEMessageKind, [UInt8]) {
    switch self {
    case .initiatorRandom, .initiatorSessionID, .passcodeID, .hasPBKDFParameters,
      .sessionParameters:
      (.request, [])
    case .responderRandom, .responderSessionID, .pbkdfParameters: (.response, [])
    case .iterations, .salt: (.response, [4])
    case .pA: (.pake1, [])
    case .pB, .cB: (.pake2, [])
    case .cA: (.pake3, [])
    case .idleInterval, .activeInterval, .activeThreshold, .dataModelRevision,
      .interactionModelRevision, .specificationVersion, .maxPathsPerInvoke, .supportedTransports,
      .maxTCPMessageSize:
      (.request, [5])
    }
  }

  var content: PASEFieldContent {
    switch self {
    case .initiatorRandom, .responderRandom, .cA, .cB: .bytes(32)
    case .pA, .pB: .bytes(65)
    case .salt: .salt
    case .initiatorSessionID, .responderSessionID: .sessionID
    case .hasPBKDFParameters: .bool
    case .pbkdfParameters, .sessionParameters: .structure
    case .iterations, .idleInterval, .activeInterval, .specificationVersion, .maxTCPMessageSize:
      .unsigned(bits: 32)
    case .passcodeID, .activeThreshold, .dataModelRevision, .interactionModelRevision,
      .maxPathsPerInvoke, .supportedTransports:
      .unsigned(bits: 16)
    }
  }

  /// Whether the message, or the structure, is wrong without it.
  var isRequired: Bool {
    let (_, path) = place
    switch content {
    case .structure: return false
    case .bytes, .salt, .sessionID, .bool, .unsigned: return path != [5]
    }
  }

  /// The message with this field's element changed, or removed.
  func changed(_ change: (TLVNode.Content) -> TLVNode.Content?) -> [UInt8] {
    let (kind, path) = place
    return kind.tree.changingMembers(at: path) { members in
      members = members.compactMap { member in
        guard member.tag == .context(self.tag) else { return member }
        return change(member.content).map { TLVNode(member.tag, $0) }
      }
    }.encoded
  }

  func parse(_ bytes: [UInt8]) throws(PASEMessageError) {
    try place.0.rewritten(bytes)
  }
}
