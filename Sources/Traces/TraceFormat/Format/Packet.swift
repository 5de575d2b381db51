/// An IP packet that holds one UDP datagram.
enum Packet {
  /// The packet, with IPv4 headers between IPv4 addresses and IPv6 headers otherwise. All checksums
  /// are right.
  static func bytes(_ payload: [UInt8], _ ends: AddressPair) -> [UInt8] {
    switch (ends.source.host, ends.destination.host) {
    case (.v4(let source), .v4(let destination)):
      ipv4(payload, from: source, to: destination, ends)
    case (.v4, .v6), (.v6, .v4), (.v6, .v6):
      ipv6(payload, ends)
    }
  }

  static let udp: UInt8 = 17
  static let udpHeaderSize = 8

  private static func ipv4(
    _ payload: [UInt8], from source: UInt32, to destination: UInt32, _ ends: AddressPair
  ) -> [UInt8] {
    let length = udpHeaderSize + payload.count
    var header: [UInt8] = [0x45, 0]
    header.append(bigEndian: UInt16(20 + length))
    header += [0, 0, 0x40, 0, 64, udp, 0, 0]  // no fragments, 64 hops
    header.append(bigEndian: source)
    header.append(bigEndian: destination)
    header.set(bigEndian: InternetChecksum.of(header[...]), at: 10)
    var pseudoHeader = Array(header[12...])
    pseudoHeader += [0, udp]
    pseudoHeader.append(bigEndian: UInt16(length))
    return header + datagram(payload, ends, pseudoHeader: pseudoHeader)
  }

  private static func ipv6(_ payload: [UInt8], _ ends: AddressPair) -> [UInt8] {
    let length = udpHeaderSize + payload.count
    var header: [UInt8] = [0x60, 0, 0, 0]
    header.append(bigEndian: UInt16(length))
    header += [udp, 64]
    for address in [ends.source, ends.destination] { header += address.ipv6Bytes }
    var pseudoHeader = Array(header[8...])
    pseudoHeader.append(bigEndian: UInt32(length))
    pseudoHeader += [0, 0, 0, udp]
    return header + datagram(payload, ends, pseudoHeader: pseudoHeader)
  }

  private static func datagram(
    _ payload: [UInt8], _ ends: AddressPair, pseudoHeader: [UInt8]
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(bigEndian: ends.source.port)
    bytes.append(bigEndian: ends.destination.port)
    bytes.append(bigEndian: UInt16(udpHeaderSize + payload.count))
    bytes += [0, 0]
    bytes += payload
    let checksum = InternetChecksum.of((pseudoHeader + bytes)[...])
    // A checksum of 0 would mean that there is none (RFC 768).
    bytes.set(bigEndian: checksum == 0 ? 0xFFFF : checksum, at: 6)
    return bytes
  }
}

extension PeerAddress {
  /// The 16 bytes of the address; an IPv4 address is mapped into IPv6.
  var ipv6Bytes: [UInt8] {
    var bytes: [UInt8] = []
    switch host {
    case .v4(let number):
      bytes = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
      bytes.append(bigEndian: number)
    case .v6(let upper, let lower, _):
      bytes.append(bigEndian: upper)
      bytes.append(bigEndian: lower)
    }
    return bytes
  }
}

/// The checksum of IP and UDP (RFC 1071).
enum InternetChecksum {
  static func of(_ bytes: ArraySlice<UInt8>) -> UInt16 {
    var sum: UInt64 = 0
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      sum += UInt64(bytes[index]) << 8 | UInt64(bytes[index + 1])
      index += 2
    }
    if index < bytes.endIndex { sum += UInt64(bytes[index]) << 8 }
    while sum > 0xFFFF { sum = (sum & 0xFFFF) + (sum >> 16) }
    return ~UInt16(sum)
  }
}
