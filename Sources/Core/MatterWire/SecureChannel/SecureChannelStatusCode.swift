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
  extension SecureChannelStatusCode: CaseIterable {}
#endif
