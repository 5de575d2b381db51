import CoreSeam
import MatterWire

/// Why a device does not begin a handshake that a PBKDFParamRequest asks for.
enum AdmissionRefusal: Error {
  case malformedRequest
  case unsupportedPasscodeID
  /// All exchanges are taken by what may not be broken off.
  case noResources
  case insufficientEntropy

  /// What the host is told.
  var failure: PairingFailure {
    switch self {
    case .malformedRequest:
      .malformedMessage(opcode: SecureChannelOpcode.pbkdfParamRequest.rawValue)
    case .unsupportedPasscodeID: .unsupportedPasscodeID
    case .noResources: .noResources
    case .insufficientEntropy: .insufficientEntropy
    }
  }

  /// What the commissioner is told.
  var report: StatusReport {
    switch self {
    case .malformedRequest, .unsupportedPasscodeID: .invalidParameter
    case .noResources, .insufficientEntropy:
      .busy(minimumWaitMilliseconds: Limits.busyWaitMilliseconds)
    }
  }
}
