import MatterCrypto

/// What a QR code says of a device: 88 bits, then optional TLV.
package struct OnboardingPayload: Equatable, Sendable {
  /// The only version there is.
  package static let version: UInt8 = 0

  /// How many bytes stand before the optional TLV.
  static let fixedByteCount = 11

  package var product: ProductIdentity
  package var flow: CommissioningFlow
  package var discovery: DiscoveryCapabilities
  package var discriminator: Discriminator
  package var passcode: Passcode
  /// An anonymous TLV structure as it stands in the code, or nothing. Context tag 0 is the serial
  /// number, 1 the PBKDF2 iterations, 2 the salt, 3 the number of devices, 4 the time-out; tags
  /// from 0x80 are the vendor's.
  package var extensionBytes: [UInt8]

  package init(
    product: ProductIdentity, flow: CommissioningFlow, discovery: DiscoveryCapabilities,
    discriminator: Discriminator, passcode: Passcode, extensionBytes: [UInt8] = []
  ) {
    self.product = product
    self.flow = flow
    self.discovery = discovery
    self.discriminator = discriminator
    self.passcode = passcode
    self.extensionBytes = extensionBytes
  }

  /// The payload packed least significant bit first: version 3 bits, vendor id 16, product id 16,
  /// flow 2, discovery 8, discriminator 12, passcode 27, padding 4; then the TLV.
  package var bytes: [UInt8] {
    var bits = UInt128(Self.version)
    bits |= UInt128(product.vendorID) << 3
    bits |= UInt128(product.productID) << 19
    bits |= UInt128(flow.rawValue) << 35
    bits |= UInt128(discovery.rawValue) << 37
    bits |= UInt128(discriminator.value) << 45
    bits |= UInt128(passcode.value) << 57
    let fixed = (0..<Self.fixedByteCount).map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) }
    return fixed + extensionBytes
  }

  /// - Throws: `tooShort`, `unsupportedVersion`, `paddingNotZero`, `reservedFlow` or
  ///   `badPasscode`, in this order.
  package init(bytes: [UInt8]) throws(OnboardingError) {
    guard bytes.count >= Self.fixedByteCount else {
      throw .tooShort(byteCount: bytes.count)
    }
    let fixed = bytes.prefix(Self.fixedByteCount)
    let bits = fixed.reversed().reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
    func field(at offset: Int, width: Int) -> UInt32 {
      UInt32(truncatingIfNeeded: bits >> offset) & (1 << width - 1)
    }
    let version = field(at: 0, width: 3)
    guard version == Self.version else { throw .unsupportedVersion(Int(version)) }
    let padding = field(at: 84, width: 4)
    guard padding == 0 else { throw .paddingNotZero(Int(padding)) }
    guard let flow = CommissioningFlow(rawValue: UInt8(field(at: 35, width: 2))) else {
      throw .reservedFlow
    }
    guard let discriminator = Discriminator(UInt16(field(at: 45, width: 12))) else {
      preconditionFailure("12 bits are a discriminator")
    }
    self.init(
      product: ProductIdentity(
        vendorID: UInt16(field(at: 3, width: 16)), productID: UInt16(field(at: 19, width: 16))),
      flow: flow,
      discovery: DiscoveryCapabilities(rawValue: UInt8(field(at: 37, width: 8))),
      discriminator: discriminator,
      passcode: try .carriedByCode(field(at: 57, width: 27)),
      extensionBytes: Array(bytes.dropFirst(Self.fixedByteCount)))
  }
}

extension Passcode {
  /// The passcode that a setup code carries.
  static func carriedByCode(_ number: UInt32) throws(OnboardingError) -> Passcode {
    do throws(PasscodeError) {
      return try Passcode(number)
    } catch {
      throw .badPasscode(number, error)
    }
  }
}
