import MatterWire
import Testing
import Words

@Suite struct WireNameTests {
  @Test func theProtocolsHaveTheirNames() {
    let all: [ProtocolID] = [
      .secureChannel, .interactionModel, .bdx, .userDirectedCommissioning, .testing,
    ]
    #expect(
      all.map { $0.name.map { "\($0)" } } == [
        "SecureChannel", "InteractionModel", "BDX", "UserDirectedCommissioning", "Testing",
      ])
    #expect(ProtocolID(5).name == nil)
  }

  @Test func theOpcodesHaveTheirNames() {
    #expect(
      SecureChannelOpcode.allCases.map { "\($0.name)" } == [
        "MsgCounterSyncReq", "MsgCounterSyncRsp", "StandaloneAck", "PBKDFParamRequest",
        "PBKDFParamResponse", "Pake1", "Pake2", "Pake3", "Sigma1", "Sigma2", "Sigma3",
        "Sigma2Resume", "StatusReport", "ICDCheckIn",
      ])
  }

  @Test func theGeneralCodesHaveTheirNames() {
    #expect(
      (0...17).map { GeneralCode($0).name.map { "\($0)" } } == [
        "Success", "Failure", "BadPrecondition", "OutOfRange", "BadRequest", "Unsupported",
        "Unexpected", "ResourceExhausted", "Busy", "Timeout", "Continue", "Aborted",
        "InvalidArgument", "NotFound", "AlreadyExists", "PermissionDenied", "DataLoss",
        "MessageTooLarge",
      ])
    #expect(GeneralCode(0x1234).name == nil)
  }

  @Test func theSecureChannelCodesHaveTheirNames() {
    #expect(
      SecureChannelStatusCode.allCases.map { "\($0.name)" } == [
        "SessionEstablishmentSuccess", "NoSharedTrustRoots", "InvalidParameter", "CloseSession",
        "Busy", "SessionNotFound", "GeneralFailure",
      ])
  }
}
