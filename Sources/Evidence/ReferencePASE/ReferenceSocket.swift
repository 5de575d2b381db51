import Glibc

/// A UDP socket on the IPv6 loopback for a reference party.
@safe
package final class ReferenceSocket {
  /// The port that the socket is bound to.
  package let port: UInt16
  private let descriptor: Int32

  package enum Failure: Error {
    /// What failed, and `errno`.
    case system(String, Int32)
  }

  /// - Parameter port: 0 for any that is free.
  package init(port: UInt16 = 0) throws(Failure) {
    let descriptor = socket(AF_INET6, Int32(SOCK_DGRAM.rawValue), 0)
    guard descriptor >= 0 else { throw .system("socket", errno) }
    var address = Self.loopback(port)
    let bound = unsafe Self.withGenericPointer(&address) {
      unsafe bind(descriptor, $0, $1)
    }
    var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
    let named = unsafe Self.withGenericPointer(&address) { address, _ in
      unsafe getsockname(descriptor, address, &length)
    }
    guard bound == 0, named == 0 else {
      let code = errno
      _ = Glibc.close(descriptor)
      throw .system("bind", code)
    }
    self.descriptor = descriptor
    self.port = UInt16(bigEndian: address.sin6_port)
  }

  deinit {
    _ = Glibc.close(descriptor)
  }

  package func send(_ datagram: [UInt8], to port: UInt16) throws(Failure) {
    var address = Self.loopback(port)
    let sent = unsafe Self.withGenericPointer(&address) {
      unsafe sendto(descriptor, datagram, datagram.count, 0, $0, $1)
    }
    guard sent == datagram.count else { throw .system("sendto", errno) }
  }

  /// The next datagram and its sender's port, or nil when none came within `milliseconds`.
  package func receive(
    milliseconds: Int32
  ) throws(Failure) -> (datagram: [UInt8], port: UInt16)? {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&waiting, 1, milliseconds) > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 2048)
    var sender = sockaddr_in6()
    let count = unsafe Self.withGenericPointer(&sender) { address, size in
      var length = size
      return unsafe recvfrom(descriptor, &buffer, buffer.count, 0, address, &length)
    }
    guard count >= 0 else { throw .system("recvfrom", errno) }
    return (Array(buffer[..<count]), UInt16(bigEndian: sender.sin6_port))
  }

  private static func loopback(_ port: UInt16) -> sockaddr_in6 {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = port.bigEndian
    address.sin6_addr = in6addr_loopback
    return address
  }

  private static func withGenericPointer<Result>(
    _ address: inout sockaddr_in6,
    _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe body($0, socklen_t(MemoryLayout<sockaddr_in6>.size))
      }
    }
  }
}
