import CoreDriver
import MatterCrypto
import Onboarding
import Testing

func passcode(_ value: UInt32) throws -> Passcode { try Passcode(value) }

func discriminator(_ value: UInt16) throws -> Discriminator {
  try #require(Discriminator(value))
}

/// Payloads of all kinds, the same for the same seed.
struct RandomPayloads {
  private var generator: SplitMix64

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  mutating func next() throws -> OnboardingPayload {
    let flow = try #require(CommissioningFlow.allCases.randomElement(using: &generator))
    let extensionCount =
      Bool.random(using: &generator) ? 0 : Int.random(in: 1...60, using: &generator)
    return OnboardingPayload(
      product: ProductIdentity(
        vendorID: .random(in: 0...UInt16.max, using: &generator),
        productID: .random(in: 0...UInt16.max, using: &generator)),
      flow: flow,
      discovery: DiscoveryCapabilities(rawValue: .random(in: 0...UInt8.max, using: &generator)),
      discriminator: try discriminator(.random(in: 0...4095, using: &generator)),
      passcode: try nextPasscode(),
      extensionBytes: (0..<extensionCount).map { _ in .random(in: 0...255, using: &generator) })
  }

  mutating func nextPasscode() throws -> Passcode {
    while true {
      let number = UInt32.random(in: 1...99_999_998, using: &generator)
      if let passcode = try? Passcode(number) { return passcode }
    }
  }
}
