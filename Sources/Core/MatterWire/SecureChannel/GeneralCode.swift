/// The protocol-independent half of a status report. An unknown value is kept as it is.
///
/// Spec: Core 1.0 appendix D.
public struct GeneralCode: Equatable, Sendable {
  public let rawValue: UInt16

  public init(_ rawValue: UInt16) {
    self.rawValue = rawValue
  }

  public static var success: GeneralCode { GeneralCode(0) }
  public static var failure: GeneralCode { GeneralCode(1) }
  public static var badPrecondition: GeneralCode { GeneralCode(2) }
  public static var outOfRange: GeneralCode { GeneralCode(3) }
  public static var badRequest: GeneralCode { GeneralCode(4) }
  public static var unsupported: GeneralCode { GeneralCode(5) }
  public static var unexpected: GeneralCode { GeneralCode(6) }
  public static var resourceExhausted: GeneralCode { GeneralCode(7) }
  public static var busy: GeneralCode { GeneralCode(8) }
  public static var timeout: GeneralCode { GeneralCode(9) }
  public static var `continue`: GeneralCode { GeneralCode(10) }
  public static var aborted: GeneralCode { GeneralCode(11) }
  public static var invalidArgument: GeneralCode { GeneralCode(12) }
  public static var notFound: GeneralCode { GeneralCode(13) }
  public static var alreadyExists: GeneralCode { GeneralCode(14) }
  public static var permissionDenied: GeneralCode { GeneralCode(15) }
  public static var dataLoss: GeneralCode { GeneralCode(16) }
  public static var messageTooLarge: GeneralCode { GeneralCode(17) }
}
