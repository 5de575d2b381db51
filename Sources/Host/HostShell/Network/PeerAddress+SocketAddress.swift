import Glibc
import TraceFormat

extension PeerAddress {
  init(_ address: sockaddr_in) {
    self.init(
      host: .v4(UInt32(bigEndian: address.sin_addr.s_addr)),
      port: UInt16(bigEndian: address.sin_port))
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
    let isIPv4 = upper == 0 && lower >> 32 == 0xFFFF
    self.init(
      host: isIPv4
        ? .v4(UInt32(truncatingIfNeeded: lower))
        : .v6(upper: upper, lower: lower, scope: address.sin6_scope_id),
      port: UInt16(bigEndian: address.sin6_port))
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
