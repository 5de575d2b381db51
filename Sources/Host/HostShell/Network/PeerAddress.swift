import Glibc

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

extension PeerAddress {
  init(_ address: sockaddr_in) {
    host = .v4(UInt32(bigEndian: address.sin_addr.s_addr))
    port = UInt16(bigEndian: address.sin_port)
  }

  /// An IPv4 address that is mapped into IPv6 becomes an IPv4 address again.
  init(_ address: sockaddr_in6) {
    var source = address.sin6_addr
    let (upper, lower) = unsafe withUnsafeBytes(of: &source) { bytes in
      (
        unsafe UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        unsafe UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
    port = UInt16(bigEndian: address.sin6_port)
    if upper == 0 && lower >> 32 == 0xFFFF {
      host = .v4(UInt32(truncatingIfNeeded: lower))
    } else {
      host = .v6(upper: upper, lower: lower, scope: address.sin6_scope_id)
    }
  }

  /// Gives the address to `body` as the system's calls take it.
  func withSocketAddress<Result>(
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    switch host {
    case .v4(let number):
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = number.bigEndian
      return unsafe Self.pass(&address, to: body)
    case .v6(let upper, let lower, let scope):
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port.bigEndian
      address.sin6_scope_id = scope
      unsafe withUnsafeMutableBytes(of: &address.sin6_addr) { bytes in
        unsafe bytes.storeBytes(of: upper.bigEndian, as: UInt64.self)
        unsafe bytes.storeBytes(of: lower.bigEndian, toByteOffset: 8, as: UInt64.self)
      }
      return unsafe Self.pass(&address, to: body)
    }
  }

  private static func pass<Address, Result>(
    _ address: inout Address, to body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe body(pointer, socklen_t(MemoryLayout<Address>.size))
      }
    }
  }

  /// What the system wrote into `storage`, if it is an address of a family known here.
  init?(_ storage: sockaddr_storage) {
    var storage = storage
    let family = Int32(storage.ss_family)
    let address = unsafe withUnsafeBytes(of: &storage) { bytes -> PeerAddress? in
      switch family {
      case AF_INET: unsafe PeerAddress(bytes.loadUnaligned(as: sockaddr_in.self))
      case AF_INET6: unsafe PeerAddress(bytes.loadUnaligned(as: sockaddr_in6.self))
      default: nil
      }
    }
    guard let address else { return nil }
    self = address
  }
}

extension PeerAddress: CustomStringConvertible {
  /// `127.0.0.1:5540`, `[::1]:5540` or `[fe80::1%eth0]:5540`.
  public var description: String {
    switch host {
    case .v4: "\(numericHost):\(port)"
    case .v6: "[\(numericHost)]:\(port)"
    }
  }

  private var numericHost: String {
    var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    let result = unsafe withSocketAddress { address, length in
      unsafe getnameinfo(address, length, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
    }
    guard result == 0 else { return "?" }
    return String(
      decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
