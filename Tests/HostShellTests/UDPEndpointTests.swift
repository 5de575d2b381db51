import Glibc
import HostShell
import MatterBytes
import OperatingSystem
import Testing
import TraceFormat

struct UDPEndpointTests {
  /// Sends `bytes` from a new endpoint to `address` of `receiver`.
  /// - Returns: what arrived within 2 s, and from where.
  private func exchange(
    _ bytes: [UInt8], with receiver: UDPEndpoint, at address: PeerAddress, on loop: EventLoop
  ) throws -> (bytes: [UInt8], sender: PeerAddress)? {
    let sender = try UDPEndpoint(.everywhere(port: 0), loop: loop)
    var arrived: (bytes: [UInt8], sender: PeerAddress)?
    receiver.received = { bytes, sender in
      arrived = (bytes.span.indices.map { bytes[$0] }, sender)
      loop.stop()
    }
    loop.schedule(after: 2_000_000) { loop.stop() }
    try sender.send(BoundedBytes(copying: bytes.span), to: address)
    loop.run()
    if let arrived {
      #expect(sender.addresses.map(\.port).contains(arrived.sender.port))
    }
    return arrived
  }

  @Test func onePortServesIPv6AndIPv4() throws {
    let loop = EventLoop()
    let endpoint = try UDPEndpoint(.everywhere(port: 0), loop: loop)
    let port = try #require(endpoint.addresses.first).port
    #expect(port != 0)
    for address in [PeerAddress.loopback6(port: port), .loopback4(port: port)] {
      guard address.isIPv6 == false || PeerAddress.hasIPv6Loopback else { continue }
      let arrived = try #require(
        try exchange([1, 2, 3], with: endpoint, at: address, on: loop))
      #expect(arrived.bytes == [1, 2, 3])
      #expect(arrived.sender.host == address.host)
    }
  }

  @Test func theLongestDatagramArrivesAndALongerOneIsIgnored() throws {
    let loop = EventLoop()
    let endpoint = try UDPEndpoint(.only(.loopback4(port: 0)), loop: loop)
    let address = try #require(endpoint.addresses.first)
    let longest = [UInt8](repeating: 7, count: 1232)
    #expect(try exchange(longest, with: endpoint, at: address, on: loop)?.bytes == longest)

    let raw = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
    defer { close(raw) }
    var target = sockaddr_in()
    target.sin_family = sa_family_t(AF_INET)
    target.sin_port = address.port.bigEndian
    target.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let sent = unsafe withUnsafePointer(to: &target) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe sendto(
          raw, [UInt8](repeating: 7, count: 1233), 1233, 0, $0,
          socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    #expect(sent == 1233)
    #expect(try exchange([9], with: endpoint, at: address, on: loop)?.bytes == [9])
    #expect(endpoint.unusableCount == 1)
  }

  @Test func anEmptyDatagramArrives() throws {
    let loop = EventLoop()
    let endpoint = try UDPEndpoint(.only(.loopback4(port: 0)), loop: loop)
    let address = try #require(endpoint.addresses.first)
    #expect(try exchange([], with: endpoint, at: address, on: loop)?.bytes == [])
  }

  @Test func aPortInUseIsNamed() throws {
    let loop = EventLoop()
    let endpoint = try UDPEndpoint(.everywhere(port: 0), loop: loop)
    let port = try #require(endpoint.addresses.first).port
    let error = #expect(throws: BindError.self) {
      try UDPEndpoint(.everywhere(port: port), loop: loop)
    }
    #expect(error?.reason.number == EADDRINUSE)
    #expect("\(try #require(error))".contains("UDP port \(port) is in use"))
  }

  @Test func aPortInUseByIPv4OnlyIsNamedToo() throws {
    let loop = EventLoop()
    let four = try UDPEndpoint(
      .only(PeerAddress(host: .v4(0), port: 0)), loop: loop)
    let port = try #require(four.addresses.first).port
    let error = #expect(throws: BindError.self) {
      try UDPEndpoint(.everywhere(port: port), loop: loop)
    }
    #expect(error == BindError(port: port, reason: SystemError(number: EADDRINUSE)))
  }

  @Test func aClosedEndpointFreesItsPort() throws {
    let loop = EventLoop()
    let first = try UDPEndpoint(.everywhere(port: 0), loop: loop)
    let port = try #require(first.addresses.first).port
    first.close()
    _ = try UDPEndpoint(.everywhere(port: port), loop: loop)
  }

  @Test func aLinkLocalPeerKeepsItsInterface() throws {
    // Only where the machine has such an address; the datagram does not leave it.
    guard let own = LinkLocal.address(port: 0) else { return }
    let loop = EventLoop()
    let endpoint = try UDPEndpoint(.only(own), loop: loop)
    let address = try #require(endpoint.addresses.first)
    let arrived = try #require(try exchange([5], with: endpoint, at: address, on: loop))
    #expect(arrived.sender.host == own.host)
  }
}
