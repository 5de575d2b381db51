/// Where a commissioner can find the device. Bits as in the QR code; unknown ones are kept.
package struct DiscoveryCapabilities: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let softAP = DiscoveryCapabilities(rawValue: 1 << 0)
  package static let ble = DiscoveryCapabilities(rawValue: 1 << 1)
  package static let onNetwork = DiscoveryCapabilities(rawValue: 1 << 2)
  package static let wiFiPAF = DiscoveryCapabilities(rawValue: 1 << 3)

  /// The known capabilities with their names on the command line and in JSON.
  package static let named: [(name: String, capability: DiscoveryCapabilities)] = [
    ("soft-ap", .softAP), ("ble", .ble), ("on-network", .onNetwork), ("wifi-paf", .wiFiPAF),
  ]

  /// The names of all that are set, lowest bit first; an unknown bit 5 is called `bit-5`.
  package var names: [String] {
    (0..<8).filter { rawValue >> $0 & 1 == 1 }.map { bit in
      bit < Self.named.count ? Self.named[bit].name : "bit-\(bit)"
    }
  }
}
