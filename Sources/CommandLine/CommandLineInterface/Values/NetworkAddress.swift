import Glibc

/// Where a device listens, as written: nothing has been looked up.
package struct NetworkAddress: Equatable, Sendable {
  /// Matter's registered UDP port.
  package static let defaultPort: UInt16 = 5540

  package enum Host: Equatable, Sendable {
    /// An IPv6 address, with the name or number of its interface if one is given.
    case ipv6(String, scope: String?)
    case ipv4(String)
    case name(String)
  }

  package let host: Host
  package let port: UInt16

  package init(host: Host, port: UInt16 = defaultPort) {
    self.host = host
    self.port = port
  }

  /// Reads `[::1]:5541`, `[fe80::1%eth0]`, `::1`, `127.0.0.1:5540`, `lamp.local` and the like.
  package init(parsing text: String) throws(AddressError) {
    guard !text.isEmpty else { throw .empty }
    if text.hasPrefix("[") {
      let (inside, port) = try Self.bracketed(text)
      self.init(host: try Self.ipv6(inside), port: port)
    } else if text.count(where: { $0 == ":" }) > 1 || text.contains("%") {
      self.init(host: try Self.ipv6(text[...]))
    } else if let colon = text.firstIndex(of: ":") {
      self.init(
        host: try Self.ipv4OrName(text[..<colon]),
        port: try Self.port(text[text.index(after: colon)...]))
    } else {
      self.init(host: try Self.ipv4OrName(text[...]))
    }
  }

  /// What stands between the brackets, and the port behind them.
  private static func bracketed(
    _ text: String
  ) throws(AddressError) -> (inside: Substring, port: UInt16) {
    guard let end = text.firstIndex(of: "]") else { throw .missingBracket }
    let inside = text[text.index(after: text.startIndex)..<end]
    let behind = text[text.index(after: end)...]
    if behind.isEmpty { return (inside, defaultPort) }
    guard behind.hasPrefix(":") else { throw .textBehindBracket }
    return (inside, try port(behind.dropFirst()))
  }

  private static func port(_ text: Substring) throws(AddressError) -> UInt16 {
    guard !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else { throw .badPort }
    guard let port = UInt16(text), port > 0 else { throw .badPort }
    return port
  }

  private static func ipv6(_ text: Substring) throws(AddressError) -> Host {
    let parts = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    let address = String(parts[0])
    guard isNumeric(address, family: AF_INET6) else { throw .badIPv6 }
    guard parts.count == 2 else { return .ipv6(address, scope: nil) }
    let scope = String(parts[1])
    guard !scope.isEmpty else { throw .badScope }
    guard scope.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .badScope }
    guard !scope.contains(where: { ":%[]/".contains($0) }) else { throw .badScope }
    return .ipv6(address, scope: scope)
  }

  /// A host whose last part is a number is an IPv4 address or nothing: `127.1` and `2130706433`,
  /// which the system would take for addresses, are refused.
  private static func ipv4OrName(_ text: Substring) throws(AddressError) -> Host {
    let host = String(text)
    if isNumeric(host, family: AF_INET) { return .ipv4(host) }
    let named = host.hasSuffix(".") ? host.dropLast() : host[...]
    let labels = named.split(separator: ".", omittingEmptySubsequences: false)
    if let last = labels.last, !last.isEmpty, last.utf8.allSatisfy(\.isDigit) { throw .badIPv4 }
    guard named.utf8.count <= 253 else { throw .badName }
    guard labels.allSatisfy(isLabel) else { throw .badName }
    return .name(host)
  }

  /// RFC 1123, section 2.1, and the underscore that some networks use.
  private static func isLabel(_ label: Substring) -> Bool {
    guard (1...63).contains(label.utf8.count) else { return false }
    guard !label.hasPrefix("-"), !label.hasSuffix("-") else { return false }
    return label.utf8.allSatisfy { byte in
      byte.isDigit || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D || byte == 0x5F
    }
  }

  private static func isNumeric(_ text: String, family: Int32) -> Bool {
    var address = in6_addr()
    return unsafe inet_pton(family, text, &address) == 1
  }
}

extension NetworkAddress: CustomStringConvertible {
  /// The address with its port, as it can be parsed again.
  package var description: String {
    switch host {
    case .ipv6(let address, let scope): "[\(address)\(scope.map { "%" + $0 } ?? "")]:\(port)"
    case .ipv4(let text), .name(let text): "\(text):\(port)"
    }
  }
}

/// Why a text is not an address.
package enum AddressError: Error, Equatable, CaseIterable, Sendable {
  case empty
  case missingBracket
  case textBehindBracket
  case badPort
  case badIPv6
  case badIPv4
  /// The interface after `%`.
  case badScope
  case badName

  /// Half a line.
  package var message: String {
    switch self {
    case .empty: "an address is wanted, such as [::1]:5540"
    case .missingBracket: "the bracket is not closed; write [::1]:5540"
    case .textBehindBracket: "only a colon and a port may follow the bracket; write [::1]:5540"
    case .badPort: "a port is a number from 1 to 65535"
    case .badIPv6: "this is no IPv6 address; with a port, write [::1]:5540"
    case .badIPv4: "this is no IPv4 address; it has four numbers from 0 to 255"
    case .badScope: "after % comes an interface; with a port, write [fe80::1%eth0]:5540"
    case .badName: "this is no host name: letters, digits and hyphens between dots"
    }
  }
}
