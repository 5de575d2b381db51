import CoreSeam
import MatterWire

extension StatusReport {
  /// What this report means to a handshake that did not expect success.
  var pairingFailure: PairingFailure {
    guard generalCode != .success else {
      return .unexpectedMessage(opcode: SecureChannelOpcode.statusReport.rawValue)
    }
    guard generalCode != .busy else {
      return .busy(minimumWaitMilliseconds: minimumWaitMilliseconds)
    }
    guard secureChannelCode != .busy else {
      return .busy(minimumWaitMilliseconds: minimumWaitMilliseconds)
    }
    return .peerReported(generalCode: generalCode.rawValue, protocolCode: protocolCode)
  }

  /// Reads the report that a peer sent within a handshake.
  static func within(handshake payload: Span<UInt8>) throws(PairingFailure) -> StatusReport {
    do {
      return try StatusReport.parse(payload)
    } catch {
      throw .malformedMessage(opcode: SecureChannelOpcode.statusReport.rawValue)
    }
  }

  /// Whether it tells that the session is established.
  var isEstablishmentSuccess: Bool {
    guard generalCode == .success else { return false }
    return secureChannelCode == .sessionEstablishmentSuccess
  }
}
