/// A UDP address: where a peer is.
public struct PeerAddress: Hashable, Sendable {
  /// IPv4 or IPv6.
  public enum Host: Hashable, Sendable {
    /// The address as a number, its first byte uppermost.
    case v4(UInt32)
    /// The address as two numbers, first byte uppermost, and the interface that a link-local
    /// address belongs to, 0 for any.
    case v6(upper: UInt64, lower: UInt64, scope: UInt32)
  }

  public var host: Host
  public var port: UInt16

  public init(host: Host, port: UInt16) {
    self.host = host
    self.port = port
  }

  /// `::1`.
  public static func loopback6(port: UInt16) -> PeerAddress {
    PeerAddress(host: .v6(upper: 0, lower: 1, scope: 0), port: port)
  }

  /// `127.0.0.1`.
  public static func loopback4(port: UInt16) -> PeerAddress {
    PeerAddress(host: .v4(0x7F00_0001), port: port)
  }

  public var isIPv6: Bool {
    switch host {
    case .v4: false
    case .v6: true
    }
  }

  /// Whether it is of `fe80::/10` and names no interface: then nothing can be sent to it.
  public var lacksScope: Bool {
    switch host {
    case .v4: false
    case .v6(let upper, _, let scope): upper >> 54 == 0xFE80 >> 6 && scope == 0
    }
  }
}

extension PeerAddress: CustomStringConvertible {
  /// `127.0.0.1:5540`, `[::1]:5540` or, with the number of an interface, `[fe80::1%2]:5540`.
  public var description: String {
    switch host {
    case .v4(let number): "\(Self.text(number)):\(port)"
    case .v6(let upper, let lower, let scope):
      "[\(Self.text(upper, lower))\(scope == 0 ? "" : "%\(scope)")]:\(port)"
    }
  }

  private static func text(_ number: UInt32) -> String {
    (0..<4).map { "\(number >> (24 - 8 * $0) & 0xFF)" }.joined(separator: ".")
  }

  /// RFC 5952: of the longest runs of at least two zero fields the first is written as `::`.
  private static func text(_ upper: UInt64, _ lower: UInt64) -> String {
    let fields = [upper, lower].flatMap { half in (0..<4).map { half >> (48 - 16 * $0) & 0xFFFF } }
    func text(_ fields: ArraySlice<UInt64>) -> String {
      fields.map { String($0, radix: 16) }.joined(separator: ":")
    }
    let zeros = longestRunOfZeros(in: fields)
    guard zeros.count > 1 else { return text(fields[...]) }
    return text(fields[..<zeros.lowerBound]) + "::" + text(fields[zeros.upperBound...])
  }

  /// The first one if several are as long.
  private static func longestRunOfZeros(in fields: [UInt64]) -> Range<Int> {
    var longest = 0..<0
    var start = 0
    for (index, field) in fields.enumerated() {
      if field != 0 { start = index + 1 }
      if index + 1 - start > longest.count { longest = start..<(index + 1) }
    }
    return longest
  }
}
