/// The fields of the PASE messages, by the names of the specification.
///
/// Spec: Core 1.0 §4.13.1.
public enum PASEField: Equatable, Sendable {
  // PBKDFParamRequest and PBKDFParamResponse
  case initiatorRandom
  case initiatorSessionID
  case passcodeID
  case hasPBKDFParameters
  case responderRandom
  case responderSessionID
  case pbkdfParameters
  case sessionParameters
  // The parameter set in the response
  case iterations
  case salt
  // Pake1, Pake2, Pake3
  case pA
  case pB
  case cB
  case cA
  // Session parameters
  case idleInterval
  case activeInterval
  case activeThreshold
  case dataModelRevision
  case interactionModelRevision
  case specificationVersion
  case maxPathsPerInvoke
  case supportedTransports
  case maxTCPMessageSize

  /// The field's context tag in its structure.
  public var tag: UInt8 {
    switch self {
    case .initiatorRandom, .iterations, .pA, .pB, .cA, .idleInterval: 1
    case .initiatorSessionID, .responderRandom, .salt, .cB, .activeInterval: 2
    case .passcodeID, .responderSessionID, .activeThreshold: 3
    case .hasPBKDFParameters, .pbkdfParameters, .dataModelRevision: 4
    case .sessionParameters, .interactionModelRevision: 5
    case .specificationVersion: 6
    case .maxPathsPerInvoke: 7
    case .supportedTransports: 8
    case .maxTCPMessageSize: 9
    }
  }

  var contextTag: TLVTag { .context(tag) }
}

#if !hasFeature(Embedded)
  extension PASEField: CaseIterable {
    /// The field's name as messages to people show it.
    public var name: StaticString {
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
#endif
