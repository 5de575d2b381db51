import CoreDriver
import MatterCrypto
import Onboarding
import Testing

struct QRCodeTests {
  @Test(arguments: WorkedQRCode.all)
  func workedExamplesAreMade(_ example: WorkedQRCode) throws {
    let payload = try payload(of: example)
    #expect(payload.bytes == example.bytes)
    #expect(QRCode(payload).text == example.text)
  }

  @Test(arguments: WorkedQRCode.all)
  func workedExamplesAreRead(_ example: WorkedQRCode) throws {
    let code = try QRCode(parsing: example.text)
    #expect(code.payloads == [try payload(of: example)])
  }

  @Test func everyPayloadComesBack() throws {
    var payloads = RandomPayloads(seed: 6)
    for _ in 0..<3000 {
      let payload = try payloads.next()
      #expect(try QRCode(parsing: QRCode(payload).text).payloads == [payload])
    }
  }

  @Test func fieldsAtTheirLimitsComeBack() throws {
    for flow in CommissioningFlow.allCases {
      let payload = OnboardingPayload(
        product: ProductIdentity(vendorID: 0xFFFF, productID: 0xFFFF), flow: flow,
        discovery: DiscoveryCapabilities(rawValue: 0xFF), discriminator: try discriminator(4095),
        passcode: try passcode(99_999_998), extensionBytes: [0xFF])
      #expect(try OnboardingPayload(bytes: payload.bytes) == payload)
    }
  }

  @Test func severalPayloadsAreJoinedWithAnAsterisk() throws {
    let joined = "MT:Y.K9042C00KA0648G00*-24J0AFN00KA0648G00"
    let code = try QRCode(parsing: joined)
    #expect(code.payloads.map(\.product.productID) == [0x8000, 0x8001])
    #expect(code.text == joined)
  }

  @Test func anErrorInASecondPayloadIsPlacedInTheWholeText() {
    #expect(throws: OnboardingError.foreignCharacter("?", position: 26)) {
      try QRCode(parsing: "MT:Y.K9042C00KA0648G00*-2?J0AFN00KA0648G00")
    }
    #expect(throws: OnboardingError.tooShort(byteCount: 0)) {
      try QRCode(parsing: "MT:Y.K9042C00KA0648G00*")
    }
  }

  @Test(arguments: [("", ""), ("M", "M"), ("Y.K9042C00KA0648G00", "Y.K"), ("mt:Y.K90", "mt:")])
  func aTextWithoutThePrefixIsRefused(text: String, found: String) {
    #expect(throws: OnboardingError.missingPrefix(found: found)) { try QRCode(parsing: text) }
  }

  @Test func everyShorterPayloadIsTooShort() throws {
    let bytes = WorkedQRCode.all[0].bytes
    for count in 0..<bytes.count {
      #expect(throws: OnboardingError.tooShort(byteCount: count)) {
        try QRCode(parsing: "MT:" + Base38.encode(Array(bytes.prefix(count))))
      }
    }
    #expect(throws: Never.self) { try QRCode(parsing: "MT:" + Base38.encode(bytes)) }
  }

  @Test(arguments: 1...7)
  func aVersionOtherThanZeroIsRefused(_ version: Int) {
    var bytes = WorkedQRCode.all[0].bytes
    bytes[0] |= UInt8(version)
    #expect(throws: OnboardingError.unsupportedVersion(version)) {
      try OnboardingPayload(bytes: bytes)
    }
  }

  @Test(arguments: 1...15)
  func paddingOtherThanZeroIsRefused(_ padding: Int) {
    var bytes = WorkedQRCode.all[0].bytes
    bytes[10] |= UInt8(padding) << 4
    #expect(throws: OnboardingError.paddingNotZero(padding)) {
      try OnboardingPayload(bytes: bytes)
    }
  }

  @Test func theReservedFlowIsRefused() {
    var bytes = WorkedQRCode.all[0].bytes
    bytes[4] |= 0b0001_1000
    #expect(throws: OnboardingError.reservedFlow) { try OnboardingPayload(bytes: bytes) }
  }

  @Test(
    arguments: [
      (0, PasscodeError.outOfRange), (99_999_999, .outOfRange), (0x7FF_FFFF, .outOfRange),
      (12_345_678, .trivial), (88_888_888, .trivial),
    ] as [(UInt32, PasscodeError)])
  func aForbiddenPasscodeIsRefused(number: UInt32, reason: PasscodeError) {
    // The passcode is bits 57...83: it begins at bit 1 of byte 7.
    var bytes = WorkedQRCode.all[0].bytes
    let shifted = number << 1
    bytes[7] = bytes[7] & 1 | UInt8(truncatingIfNeeded: shifted)
    for index in 1...3 { bytes[7 + index] = UInt8(truncatingIfNeeded: shifted >> (8 * index)) }
    #expect(throws: OnboardingError.badPasscode(number, reason)) {
      try OnboardingPayload(bytes: bytes)
    }
  }

  @Test func noTextAtAllCausesATrap() {
    var generator = SplitMix64(seed: 99)
    let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-.*: é")
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...40, using: &generator)
      let text = String((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? "0" })
      if let code = try? QRCode(parsing: "MT:" + text) { #expect(code.text == "MT:" + text) }
      _ = try? SetupCode(parsing: text)
    }
  }

  private func payload(of example: WorkedQRCode) throws -> OnboardingPayload {
    OnboardingPayload(
      product: ProductIdentity(vendorID: example.vendor, productID: example.product),
      flow: .standard, discovery: DiscoveryCapabilities(rawValue: example.discovery),
      discriminator: try discriminator(example.discriminator),
      passcode: try passcode(example.passcode))
  }
}

struct DiscoveryCapabilitiesTests {
  @Test func everyBitHasAName() {
    #expect(
      DiscoveryCapabilities(rawValue: 0xFF).names
        == ["soft-ap", "ble", "on-network", "wifi-paf", "bit-4", "bit-5", "bit-6", "bit-7"])
    #expect(DiscoveryCapabilities.onNetwork.names == ["on-network"])
    #expect(DiscoveryCapabilities([]).names == [])
  }
}
