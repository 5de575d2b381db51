import Glibc
public import MatterBytes
public import OperatingSystem
import TraceFormat

/// The UDP port of a party: its IPv6 and IPv4 sockets, read by an event loop.
public final class UDPEndpoint {
  /// Where to listen.
  public enum Scope: Equatable, Sendable {
    /// On every interface, on the same port of IPv6 and IPv4.
    case everywhere(port: UInt16)
    /// On one address only.
    case only(PeerAddress)
  }

  /// Gets each datagram that arrives.
  public var received: (BoundedBytes<1232>, PeerAddress) -> Void = { _, _ in }

  /// How many datagrams were ignored because they are too long for Matter.
  public private(set) var unusableCount = 0

  private let loop: EventLoop
  private var sockets: [UDPSocket]

  /// The most datagrams that are read before other things get their turn.
  private static let burst = 32

  public init(_ scope: Scope, loop: EventLoop) throws(BindError) {
    self.loop = loop
    switch scope {
    case .everywhere(let port): sockets = try Self.openBoth(port: port)
    case .only(let address):
      do throws(SystemError) {
        sockets = [try UDPSocket(boundTo: address)]
      } catch {
        throw BindError(port: address.port, reason: error)
      }
    }
    for socket in sockets {
      loop.whenReadable(socket.descriptor) { [unowned self] in read(socket) }
    }
  }

  deinit {
    close()
  }

  /// Stops listening.
  public func close() {
    for socket in sockets { loop.forget(socket.descriptor) }
    sockets = []
  }

  /// Where it listens: IPv6 first if there is any.
  public var addresses: [PeerAddress] { sockets.compactMap(\.address) }

  /// - Throws: what the system says when the datagram cannot leave.
  public func send(
    _ bytes: borrowing BoundedBytes<1232>, to address: PeerAddress
  ) throws(SystemError) {
    let socket = sockets.first { $0.isIPv6 == address.isIPv6 }
    guard let socket else { throw SystemError(number: EAFNOSUPPORT) }
    try socket.send(bytes, to: address)
  }

  private func read(_ socket: UDPSocket) {
    for _ in 0..<Self.burst {
      switch socket.read() {
      case .datagram(let bytes, let sender): received(bytes, sender)
      case .unusable: unusableCount += 1
      case .none: return
      }
    }
  }

  /// One of the two may be missing where the system has only the other.
  private static func openBoth(port: UInt16) throws(BindError) -> [UDPSocket] {
    let any6 = PeerAddress(host: .v6(upper: 0, lower: 0, scope: 0), port: port)
    let any4 = PeerAddress(host: .v4(0), port: port)
    let six = try openIfSupported(any6)
    guard let six else {
      guard let four = try openIfSupported(any4) else {
        throw BindError(port: port, reason: SystemError(number: EAFNOSUPPORT))
      }
      return [four]
    }
    var same = any4
    same.port = six.address?.port ?? port
    guard let four = try openIfSupported(same) else { return [six] }
    return [six, four]
  }

  private static func openIfSupported(_ address: PeerAddress) throws(BindError) -> UDPSocket? {
    do throws(SystemError) {
      return try UDPSocket(boundTo: address)
    } catch {
      let isMissing = error.number == EAFNOSUPPORT || error.number == EADDRNOTAVAIL
      guard isMissing else { throw BindError(port: address.port, reason: error) }
      return nil
    }
  }
}

extension PeerAddress {
  /// Whether the system has IPv6 on its loopback interface: containers often have not.
  public static var hasIPv6Loopback: Bool {
    do throws(SystemError) {
      _ = try UDPSocket(boundTo: .loopback6(port: 0))
      return true
    } catch {
      return false
    }
  }
}
