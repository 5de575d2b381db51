/// What tells a device from its neighbours while it waits to be commissioned: 12 bits, 0...4095.
package struct Discriminator: Equatable, Sendable {
  package static let range: ClosedRange<UInt16> = 0...4095

  package let value: UInt16

  /// Nil when `value` is more than 12 bits.
  package init?(_ value: UInt16) {
    guard Self.range.contains(value) else { return nil }
    self.value = value
  }

  /// The part that a manual code carries.
  package var short: ShortDiscriminator { ShortDiscriminator(of: self) }
}

/// The top four bits of a discriminator: 0...15.
package struct ShortDiscriminator: Equatable, Sendable {
  package let value: UInt8

  /// Nil when `value` is more than 4 bits.
  package init?(_ value: UInt8) {
    guard value <= 15 else { return nil }
    self.value = value
  }

  fileprivate init(of discriminator: Discriminator) {
    value = UInt8(discriminator.value >> 8)
  }
}
