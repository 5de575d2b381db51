import CommandLineInterface
import MatterCrypto
import Onboarding

/// The setup options of a device, with what Matter's own examples use.
enum DeviceOptions {
  static let passcode = SharedOptions.passcode.defaulting(
    to: standardPasscode, shownAs: "20202021")

  static let discriminator = SharedOptions.discriminator.defaulting(
    to: standardDiscriminator, shownAs: "3840")

  static let iterations = SharedOptions.iterations.defaulting(to: 1000, shownAs: "1000")

  static let vendor = Option(
    "vendor", value: "ID", summary: "vendor id, decimal or 0x…",
    parser: .integer("a vendor id", in: UInt16.min...UInt16.max)
  ).defaulting(to: 0xFFF1, shownAs: "0xFFF1, for tests")

  static let product = Option(
    "product", value: "ID", summary: "product id, decimal or 0x…",
    parser: .integer("a product id", in: UInt16.min...UInt16.max)
  ).defaulting(to: 0x8000, shownAs: "0x8000")

  private static let standardPasscode: Passcode = {
    guard let passcode = try? Passcode(20_202_021) else {
      preconditionFailure("20202021 is a passcode")
    }
    return passcode
  }()

  private static let standardDiscriminator: Discriminator = {
    guard let discriminator = Discriminator(3840) else {
      preconditionFailure("3840 is a discriminator")
    }
    return discriminator
  }()
}
