import CoreSeam

extension [Notice] {
  var established: EstablishedSession? {
    for case .sessionEstablished(let session) in self { return session }
    return nil
  }

  var establishedCount: Int {
    count { if case .sessionEstablished = $0 { true } else { false } }
  }

  /// Every handshake that failed, with the count of failed attempts then.
  var failures: [(failure: PairingFailure, attempts: UInt8)] {
    compactMap {
      guard case .pairingFailed(_, _, let failure, let attempts) = $0 else { return nil }
      return (failure, attempts)
    }
  }

  var windowClosures: [WindowClosure] {
    compactMap { if case .windowClosed(let reason) = $0 { reason } else { nil } }
  }

  var received: [ReceivedMessage] {
    compactMap { if case .messageReceived(let message) = $0 { message } else { nil } }
  }

  var sessionClosures: [SessionClosure] {
    compactMap { if case .sessionClosed(_, let reason) = $0 { reason } else { nil } }
  }

  var rejections: [InputRejection] {
    compactMap { if case .inputRejected(let reason) = $0 { reason } else { nil } }
  }

  func deliveries(of token: UInt32) -> [DeliveryOutcome] {
    compactMap {
      guard case .delivery(token, _, let outcome) = $0 else { return nil }
      return outcome
    }
  }

  var reports: [MessageReport] {
    compactMap { if case .messageProcessed(let report) = $0 { report } else { nil } }
  }
}
