/// The messages with which the applications here try out a session.
///
/// They use the number of Matter's testing protocol; what they hold is this project's own.
public enum Echo {
  /// Testing protocol, of the standard vendor.
  public static let protocolID: UInt16 = 4
  /// Asks for its payload back.
  public static let requestOpcode: UInt8 = 0x01
  /// Holds the payload of the request.
  public static let responseOpcode: UInt8 = 0x02
}
