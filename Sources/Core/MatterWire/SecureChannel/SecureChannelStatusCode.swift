/// The secure channel's own half of a status report.
public enum SecureChannelStatusCode: UInt16, Equatable, Sendable {
  case sessionEstablishmentSuccess = 0
  case noSharedTrustRoots = 1
  case invalidParameter = 2
  case closeSession = 3
  case busy = 4
  case sessionNotFound = 5
  case generalFailure = 0xFFFF
}

#if !hasFeature(Embedded)
  extension SecureChannelStatusCode: CaseIterable {
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
#endif
