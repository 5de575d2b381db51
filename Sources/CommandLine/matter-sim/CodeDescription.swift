import CommandLineInterface
import MatterCrypto
import Onboarding
import Words

/// What one setup code says, for people and for programs. What the code's kind does not carry is
/// left out of the text and null in JSON.
struct CodeDescription {
  private let kind: String
  private let product: ProductIdentity?
  private let flow: CommissioningFlow?
  private let discovery: DiscoveryCapabilities?
  private let discriminator: Discriminator?
  private let shortDiscriminator: ShortDiscriminator
  private let passcode: Passcode
  private let extensionBytes: [UInt8]

  init(_ payload: OnboardingPayload) {
    kind = "qr"
    product = payload.product
    flow = payload.flow
    discovery = payload.discovery
    discriminator = payload.discriminator
    shortDiscriminator = payload.discriminator.short
    passcode = payload.passcode
    extensionBytes = payload.extensionBytes
  }

  init(_ code: ManualPairingCode) {
    kind = "manual"
    product = code.product
    flow = nil
    discovery = nil
    discriminator = nil
    shortDiscriminator = code.discriminator
    passcode = code.passcode
    extensionBytes = []
  }

  func text(showingSecrets: Bool, style: TextStyle) -> String {
    var rows = [("code", kind == "qr" ? "QR, version \(OnboardingPayload.version)" : "manual")]
    if let product {
      rows.append(("vendor", hexadecimal(product.vendorID)))
      rows.append(("product", hexadecimal(product.productID)))
    }
    if let flow { rows.append(("flow", flow.name)) }
    if let discovery {
      rows.append(("discovery", discovery.isEmpty ? "-" : discovery.names.joined(separator: ", ")))
    }
    rows.append(
      (
        "discriminator",
        discriminator.map { "\($0.value) (short \(shortDiscriminator.value))" }
          ?? "short \(shortDiscriminator.value)"
      ))
    rows.append(
      ("passcode", showingSecrets ? paddedPasscode : "hidden (--show-secrets shows it)"))
    switch PayloadExtension(extensionBytes) {
    case .absent: break
    case .unreadable:
      rows.append(("extension", hexadecimal(extensionBytes) + " (not a TLV structure)"))
    case .structure(let serialNumber):
      rows.append(("extension", hexadecimal(extensionBytes)))
      if let serialNumber { rows.append(("serial number", escaped(serialNumber))) }
    }
    return rows.map { name, value in
      style.dim(name + ":") + String(repeating: " ", count: 15 - name.count) + value
    }.joined(separator: "\n")
  }

  func json(showingSecrets: Bool) -> JSONValue {
    [
      "kind": .string(kind),
      "vendor": product.map { .integer(Int($0.vendorID)) } ?? nil,
      "product": product.map { .integer(Int($0.productID)) } ?? nil,
      "flow": flow.map { .string($0.name) } ?? nil,
      "discovery": discovery.map { .array($0.names.map { .string($0) }) } ?? nil,
      "discriminator": discriminator.map { .integer(Int($0.value)) } ?? nil,
      "short_discriminator": .integer(Int(shortDiscriminator.value)),
      "passcode": showingSecrets ? .integer(Int(passcode.value)) : nil,
      "passcode_hidden": .bool(!showingSecrets),
      "serial_number": serialNumber.map { .string($0) } ?? nil,
      "extension": extensionBytes.isEmpty ? nil : .string(hexadecimal(extensionBytes)),
    ]
  }

  private var serialNumber: String? {
    guard case .structure(let serialNumber) = PayloadExtension(extensionBytes) else { return nil }
    return serialNumber
  }

  /// Eight digits, as passcodes are printed on labels.
  private var paddedPasscode: String {
    let digits = String(passcode.value)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}

private func hexadecimal(_ value: UInt16) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return "0x" + String(repeating: "0", count: 4 - digits.count) + digits
}
