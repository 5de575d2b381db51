import Glibc
import MatterBytes
import OperatingSystem
import TraceFormat

/// One UDP socket of one IP version, which never waits.
///
/// IPv4 and IPv6 have sockets of their own: an address then is what it is on the wire, whatever
/// the system's `bindv6only` says, and either version may be missing.
final class UDPSocket {
  /// What a read gave.
  enum Reading {
    case datagram(BoundedBytes<1232>, from: PeerAddress)
    /// A datagram too long for Matter, or from an address of another family.
    case unusable
    /// There is nothing left to read.
    case none
  }

  let descriptor: Int32
  let isIPv6: Bool

  /// - Parameter address: where to listen; port 0 lets the system choose one.
  init(boundTo address: PeerAddress) throws(SystemError) {
    isIPv6 = address.isIPv6
    descriptor = try Self.open(isIPv6: address.isIPv6)
    let descriptor = descriptor
    let result = unsafe address.withSocketAddress { unsafe bind(descriptor, $0, $1) }
    // The descriptor is closed by `deinit`, which also follows an initializer that fails here.
    guard result == 0 else { throw .last }
  }

  deinit {
    _ = close(descriptor)
  }

  /// Where the socket listens.
  var address: PeerAddress? {
    var storage = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe getsockname(descriptor, $0, &size)
      }
    }
    return result == 0 ? PeerAddress(storage) : nil
  }

  func send(_ bytes: borrowing BoundedBytes<1232>, to address: PeerAddress) throws(SystemError) {
    while true {
      let sent = unsafe bytes.span.withUnsafeBytes { bytes in
        unsafe address.withSocketAddress { pointer, size in
          unsafe sendto(descriptor, bytes.baseAddress, bytes.count, 0, pointer, size)
        }
      }
      if sent >= 0 { return }
      let error = SystemError.last
      guard error.number == EINTR else { throw error }
    }
  }

  func read() -> Reading {
    var bytes = BoundedBytes<1232>.full
    var storage = sockaddr_storage()
    var count = -1
    repeat {
      count = Self.receive(from: descriptor, into: &bytes, sender: &storage)
    } while count < 0 && errno == EINTR
    guard count >= 0 else { return .none }
    // MSG_TRUNC makes the system tell the whole length, also of what does not fit.
    guard count <= bytes.count else { return .unusable }
    guard let sender = PeerAddress(storage) else { return .unusable }
    bytes.truncate(to: count)
    return .datagram(bytes, from: sender)
  }

  private static func open(isIPv6: Bool) throws(SystemError) -> Int32 {
    let type = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = socket(isIPv6 ? AF_INET6 : AF_INET, type, 0)
    guard descriptor >= 0 else { throw .last }
    guard isIPv6 else { return descriptor }
    var yes: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    _ = unsafe setsockopt(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &yes, size)
    return descriptor
  }

  private static func receive(
    from descriptor: Int32, into bytes: inout BoundedBytes<1232>, sender: inout sockaddr_storage
  ) -> Int {
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    var span = bytes.mutableSpan
    return unsafe span.withUnsafeMutableBytes { buffer in
      unsafe withUnsafeMutablePointer(to: &sender) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
          unsafe recvfrom(
            descriptor, buffer.baseAddress, buffer.count, Int32(MSG_TRUNC), address, &size)
        }
      }
    }
  }
}

extension BoundedBytes {
  /// As many zeros as fit, to be overwritten.
  fileprivate static var full: BoundedBytes {
    do { return try BoundedBytes(zeros: capacity) } catch {
      preconditionFailure("the capacity fits")
    }
  }
}
