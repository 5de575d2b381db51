import MatterWire

/// The names of the fields in the messages of PASE.
enum PASEFieldNames {
  /// The name of the field at a path of context tags.
  static func name(_ path: [UInt8], in opcode: SecureChannelOpcode) -> String? {
    guard let last = path.last else { return nil }
    let fields: [PASEField]
    switch (opcode, path.count) {
    case (.pbkdfParamRequest, 1):
      fields = [
        .initiatorRandom, .initiatorSessionID, .passcodeID, .hasPBKDFParameters,
        .sessionParameters,
      ]
    case (.pbkdfParamResponse, 1):
      fields = [
        .initiatorRandom, .responderRandom, .responderSessionID, .pbkdfParameters,
        .sessionParameters,
      ]
    case (.pbkdfParamResponse, 2) where path[0] == PASEField.pbkdfParameters.tag:
      fields = [.iterations, .salt]
    case (.pbkdfParamRequest, 2), (.pbkdfParamResponse, 2): fields = sessionParameters
    case (.pake1, 1): fields = [.pA]
    case (.pake2, 1): fields = [.pB, .cB]
    case (.pake3, 1): fields = [.cA]
    default: fields = []
    }
    return fields.first { $0.tag == last }.map { "\($0.name)" }
  }

  private static let sessionParameters: [PASEField] = [
    .idleInterval, .activeInterval, .activeThreshold, .dataModelRevision,
    .interactionModelRevision, .specificationVersion, .maxPathsPerInvoke, .supportedTransports,
    .maxTCPMessageSize,
  ]
}
