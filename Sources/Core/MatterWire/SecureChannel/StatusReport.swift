import MatterBytes

/// The payload of a StatusReport message: packed integers, the only handshake payload that is not
/// TLV.
///
/// Spec: Core 1.0 appendix D.
public struct StatusReport: Equatable, Sendable {
  public let generalCode: GeneralCode

  /// Vendor id in the upper 16 bits, protocol id in the lower.
  public let protocolID: UInt32

  /// What went on, in the protocol's own terms.
  public let protocolCode: UInt16

  /// How long a Busy peer wants to be left alone, in ms. Nil when it does not say, and in every
  /// other report.
  public let minimumWaitMilliseconds: UInt16?

  public init(generalCode: GeneralCode, protocolID: UInt32, protocolCode: UInt16) {
    self.init(
      generalCode: generalCode, protocolID: protocolID, protocolCode: protocolCode,
      minimumWaitMilliseconds: nil)
  }

  public static var sessionEstablishmentSuccess: StatusReport {
    StatusReport(.success, .sessionEstablishmentSuccess)
  }

  public static var noSharedTrustRoots: StatusReport {
    StatusReport(.failure, .noSharedTrustRoots)
  }

  public static var invalidParameter: StatusReport {
    StatusReport(.failure, .invalidParameter)
  }

  public static var closeSession: StatusReport {
    StatusReport(.success, .closeSession)
  }

  public static func busy(minimumWaitMilliseconds: UInt16?) -> StatusReport {
    StatusReport(.busy, .busy, minimumWaitMilliseconds: minimumWaitMilliseconds)
  }

  public static var sessionNotFound: StatusReport {
    StatusReport(.failure, .sessionNotFound)
  }

  public static var generalFailure: StatusReport {
    StatusReport(.failure, .generalFailure)
  }

  /// The protocol code as the secure channel's. Nil for other protocols and unknown codes.
  public var secureChannelCode: SecureChannelStatusCode? {
    guard protocolID == UInt32(ProtocolID.secureChannel.rawValue) else { return nil }
    return SecureChannelStatusCode(rawValue: protocolCode)
  }

  /// Bytes of the longest report that is written.
  public static var maximumLength: Int { 10 }

  /// Reads a report. Data behind the three codes is not an error: Busy's waiting time is taken from
  /// it if it is all there, anything else is left alone.
  /// - Throws: `truncated` for fewer than 8 bytes.
  public static func parse(_ payload: Span<UInt8>) throws(ByteError) -> StatusReport {
    var input = ByteReader(payload)
    let report = StatusReport(
      generalCode: GeneralCode(try input.readLittleEndian()),
      protocolID: try input.readLittleEndian(), protocolCode: try input.readLittleEndian())
    guard report.secureChannelCode == .busy else { return report }
    return .init(
      generalCode: report.generalCode, protocolID: report.protocolID,
      protocolCode: report.protocolCode,
      minimumWaitMilliseconds: try? input.readLittleEndian(UInt16.self))
  }

  /// Appends the report, for which there must be room.
  public func write<let capacity: Int>(into bytes: inout BoundedBytes<capacity>) {
    bytes.add(littleEndian: generalCode.rawValue)
    bytes.add(littleEndian: protocolID)
    bytes.add(littleEndian: protocolCode)
    if let minimumWaitMilliseconds { bytes.add(littleEndian: minimumWaitMilliseconds) }
  }

  private init(
    _ generalCode: GeneralCode, _ code: SecureChannelStatusCode,
    minimumWaitMilliseconds: UInt16? = nil
  ) {
    self.init(
      generalCode: generalCode, protocolID: UInt32(ProtocolID.secureChannel.rawValue),
      protocolCode: code.rawValue, minimumWaitMilliseconds: minimumWaitMilliseconds)
  }

  private init(
    generalCode: GeneralCode, protocolID: UInt32, protocolCode: UInt16,
    minimumWaitMilliseconds: UInt16?
  ) {
    self.generalCode = generalCode
    self.protocolID = protocolID
    self.protocolCode = protocolCode
    self.minimumWaitMilliseconds = minimumWaitMilliseconds
  }
}
