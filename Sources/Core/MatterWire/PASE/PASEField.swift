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
  extension PASEField: CaseIterable {}
#endif
