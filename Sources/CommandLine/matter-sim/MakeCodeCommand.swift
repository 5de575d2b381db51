import CommandLineInterface
import Onboarding

/// `matter-sim onboarding make`: the codes of a device.
///
/// It prints the passcode inside the codes: they are what was asked for.
enum MakeCodeCommand {
  static let command = Command(
    name: "make",
    summary: "make the QR and the manual code of a device",
    options: [
      passcode, discriminator, DeviceOptions.vendor, DeviceOptions.product, flow, discovery,
      picture,
    ],
    example: "matter-sim onboarding make --passcode 20202021 --discriminator 3840 --qr"
  ) { arguments, console in
    let payload = OnboardingPayload(
      product: ProductIdentity(
        vendorID: arguments[DeviceOptions.vendor], productID: arguments[DeviceOptions.product]),
      flow: arguments[flow],
      discovery: capabilities(arguments[discovery]),
      discriminator: arguments[discriminator],
      passcode: arguments[passcode])
    let code = QRCode(payload)
    let manual = ManualPairingCode(for: payload)
    if arguments[picture], console.format == .text {
      try console.show(code)
    }
    try console.report(
      text: "qr      \(code.text)\nmanual  \(manual.text)",
      json: ["qr": .string(code.text), "manual": .string(manual.digits)])
    return .done
  }

  private static let passcode = SharedOptions.passcode.required
  private static let discriminator = SharedOptions.discriminator.required

  private static let flow = Option(
    "flow", value: "FLOW",
    summary: "what a person must do first: standard, user-action or custom",
    parser: .flow
  ).defaulting(to: .standard, shownAs: "standard")

  private static let discovery = Option(
    "discovery", value: "NAME,…",
    summary: "where the device is found: on-network, ble, soft-ap, wifi-paf; else on-network",
    parser: .discovery
  ).repeated

  private static let picture = Flag("qr", summary: "show the QR code as a picture too")

  private static func capabilities(_ given: [DiscoveryCapabilities]) -> DiscoveryCapabilities {
    given.isEmpty ? .onNetwork : given.reduce([]) { $0.union($1) }
  }
}

extension ValueParser<CommissioningFlow> {
  fileprivate static let flow = ValueParser { (text) throws(ValueProblem) in
    guard let flow = CommissioningFlow.allCases.first(where: { $0.name == text }) else {
      throw ValueProblem(
        "this is one of " + CommissioningFlow.allCases.map(\.name).joined(separator: ", "))
    }
    return flow
  }
}

extension ValueParser<DiscoveryCapabilities> {
  /// Names joined with commas.
  fileprivate static let discovery = ValueParser { (text) throws(ValueProblem) in
    var capabilities: DiscoveryCapabilities = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let named = DiscoveryCapabilities.named.first(where: { $0.name == name }) else {
        throw ValueProblem(
          "'\(name)' is none of "
            + DiscoveryCapabilities.named.map(\.name).joined(separator: ", "))
      }
      capabilities.insert(named.capability)
    }
    return capabilities
  }
}
