import MatterWire

// The names of the wire's codes, as tables and logs show them.

extension ProtocolID {
  /// The protocol's name; nil for an id that has none.
  public var name: StaticString? {
    switch self {
    case .secureChannel: "SecureChannel"
    case .interactionModel: "InteractionModel"
    case .bdx: "BDX"
    case .userDirectedCommissioning: "UserDirectedCommissioning"
    case .testing: "Testing"
    default: nil
    }
  }
}

extension SecureChannelOpcode {
  /// The message's name as tables and logs show it.
  public var name: StaticString {
    switch self {
    case .messageCounterSyncRequest: "MsgCounterSyncReq"
    case .messageCounterSyncResponse: "MsgCounterSyncRsp"
    case .standaloneAcknowledgement: "StandaloneAck"
    case .pbkdfParamRequest: "PBKDFParamRequest"
    case .pbkdfParamResponse: "PBKDFParamResponse"
    case .pake1: "Pake1"
    case .pake2: "Pake2"
    case .pake3: "Pake3"
    case .sigma1: "Sigma1"
    case .sigma2: "Sigma2"
    case .sigma3: "Sigma3"
    case .sigma2Resume: "Sigma2Resume"
    case .statusReport: "StatusReport"
    case .icdCheckIn: "ICDCheckIn"
    }
  }
}

extension GeneralCode {
  /// The code's name; nil for a value that has none.
  public var name: StaticString? {
    switch self {
    case .success: "Success"
    case .failure: "Failure"
    case .badPrecondition: "BadPrecondition"
    case .outOfRange: "OutOfRange"
    case .badRequest: "BadRequest"
    case .unsupported: "Unsupported"
    case .unexpected: "Unexpected"
    case .resourceExhausted: "ResourceExhausted"
    case .busy: "Busy"
    case .timeout: "Timeout"
    case .continue: "Continue"
    case .aborted: "Aborted"
    case .invalidArgument: "InvalidArgument"
    case .notFound: "NotFound"
    case .alreadyExists: "AlreadyExists"
    case .permissionDenied: "PermissionDenied"
    case .dataLoss: "DataLoss"
    case .messageTooLarge: "MessageTooLarge"
    default: nil
    }
  }
}

extension SecureChannelStatusCode {
  public var name: StaticString {
    switch self {
    case .sessionEstablishmentSuccess: "SessionEstablishmentSuccess"
    case .noSharedTrustRoots: "NoSharedTrustRoots"
    case .invalidParameter: "InvalidParameter"
    case .closeSession: "CloseSession"
    case .busy: "Busy"
    case .sessionNotFound: "SessionNotFound"
    case .generalFailure: "GeneralFailure"
    }
  }
}
