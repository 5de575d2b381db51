import MatterWire

extension PASEField {
  /// The field's name as messages to people show it.
  var name: StaticString {
    switch self {
    case .initiatorRandom: "initiatorRandom"
    case .initiatorSessionID: "initiatorSessionId"
    case .passcodeID: "passcodeId"
    case .hasPBKDFParameters: "hasPBKDFParameters"
    case .responderRandom: "responderRandom"
    case .responderSessionID: "responderSessionId"
    case .pbkdfParameters: "pbkdf_parameters"
    case .sessionParameters: "sessionParameters"
    case .iterations: "iterations"
    case .salt: "salt"
    case .pA: "pA"
    case .pB: "pB"
    case .cB: "cB"
    case .cA: "cA"
    case .idleInterval: "SESSION_IDLE_INTERVAL"
    case .activeInterval: "SESSION_ACTIVE_INTERVAL"
    case .activeThreshold: "SESSION_ACTIVE_THRESHOLD"
    case .dataModelRevision: "DATA_MODEL_REVISION"
    case .interactionModelRevision: "INTERACTION_MODEL_REVISION"
    case .specificationVersion: "SPECIFICATION_VERSION"
    case .maxPathsPerInvoke: "MAX_PATHS_PER_INVOKE"
    case .supportedTransports: "SUPPORTED_TRANSPORTS"
    case .maxTCPMessageSize: "MAX_TCP_MESSAGE_SIZE"
    }
  }
}
