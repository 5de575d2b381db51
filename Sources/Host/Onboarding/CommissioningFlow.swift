/// What a person must do before the device can be commissioned. Raw values as in the QR code.
package enum CommissioningFlow: UInt8, CaseIterable, Sendable {
  /// Nothing: powered up, the device is ready.
  case standard = 0
  /// Something on the device, such as pressing a button.
  case userAction = 1
  /// Something that the vendor describes.
  case custom = 2

  /// The name on the command line and in JSON.
  package var name: String {
    switch self {
    case .standard: "standard"
    case .userAction: "user-action"
    case .custom: "custom"
    }
  }
}
