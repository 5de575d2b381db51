import MatterWire

extension SecureChannelOpcode {
  /// Whether a handshake must do something about it: the messages of session establishment, and
  /// the report that ends it. The rest is acknowledged and ignored.
  var belongsToEstablishment: Bool {
    switch self {
    case .pbkdfParamRequest, .pbkdfParamResponse, .pake1, .pake2, .pake3, .sigma1, .sigma2,
      .sigma3, .sigma2Resume, .statusReport:
      true
    case .messageCounterSyncRequest, .messageCounterSyncResponse, .standaloneAcknowledgement,
      .icdCheckIn:
      false
    }
  }
}
