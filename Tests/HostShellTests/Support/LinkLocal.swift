import Glibc
import HostShell
import TraceFormat

/// A link-local address of this machine.
enum LinkLocal {
  static func address(port: UInt16) -> PeerAddress? {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard unsafe getifaddrs(&list) == 0 else { return nil }
    defer { unsafe freeifaddrs(list) }
    var next = unsafe list
    while let entry = unsafe next {
      unsafe next = entry.pointee.ifa_next
      guard let address = unsafe entry.pointee.ifa_addr else { continue }
      guard unsafe Int32(address.pointee.sa_family) == AF_INET6 else { continue }
      let host = unsafe numericHost(address)
      guard host.hasPrefix("fe80:"), host.contains("%") else { continue }
      return try? PeerAddress.resolve(host: host, port: port)
    }
    return nil
  }

  private static func numericHost(_ address: UnsafePointer<sockaddr>) -> String {
    var text = [CChar](repeating: 0, count: 256)
    let size = socklen_t(MemoryLayout<sockaddr_in6>.size)
    _ = unsafe getnameinfo(address, size, &text, 256, nil, 0, NI_NUMERICHOST)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
