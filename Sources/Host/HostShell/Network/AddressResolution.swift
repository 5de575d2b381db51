import Glibc
import TraceFormat

/// Why a host has no address to send to.
public enum ResolutionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The system's resolver knows no address; the text is its reason.
  case unresolvable(host: String, reason: String)
  /// A link-local address reaches nothing unless it says by which interface.
  case missingScope(host: String)

  public var description: String {
    switch self {
    case .unresolvable(let host, let reason): "\(host): \(reason)"
    case .missingScope(let host):
      "\(host): a link-local address needs its interface, as in \(host)%eth0"
    }
  }
}

extension PeerAddress {
  /// The first address of a host, in the order in which the system prefers them.
  /// - Parameter host: a name, an IPv4 address, or an IPv6 address with or without `%interface`.
  public static func resolve(
    host: String, port: UInt16
  ) throws(ResolutionError) -> PeerAddress {
    var hints = unsafe addrinfo()
    unsafe hints.ai_family = AF_UNSPEC
    unsafe hints.ai_socktype = Int32(SOCK_DGRAM.rawValue)
    unsafe hints.ai_flags = AI_NUMERICSERV
    var found: UnsafeMutablePointer<addrinfo>?
    let result = unsafe getaddrinfo(host, String(port), &hints, &found)
    guard result == 0 else {
      let reason = unsafe String(cString: gai_strerror(result))
      throw .unresolvable(host: host, reason: reason)
    }
    defer { unsafe freeaddrinfo(found) }
    guard let address = unsafe first(of: found) else {
      throw .unresolvable(host: host, reason: "no IPv4 or IPv6 address")
    }
    guard !address.lacksScope else { throw .missingScope(host: host) }
    return address
  }

  private static func first(of list: UnsafeMutablePointer<addrinfo>?) -> PeerAddress? {
    var next = unsafe list
    while let entry = unsafe next {
      let size = unsafe min(Int(entry.pointee.ai_addrlen), MemoryLayout<sockaddr_storage>.size)
      var storage = sockaddr_storage()
      if let address = unsafe entry.pointee.ai_addr {
        unsafe withUnsafeMutableBytes(of: &storage) { bytes in
          unsafe bytes.copyMemory(from: UnsafeRawBufferPointer(start: address, count: size))
        }
      }
      if let address = PeerAddress(storage) { return address }
      unsafe next = entry.pointee.ai_next
    }
    return nil
  }
}
