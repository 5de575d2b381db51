/// A UDP datagram found in an IP packet.
struct UDPDatagram {
  let ends: AddressPair
  let payload: ArraySlice<UInt8>
  let isChecksumRight: Bool

  /// - Returns: nil when the packet is another protocol's, a fragment, or not whole.
  init?(ipPacket packet: ArraySlice<UInt8>) {
    guard let version = packet.first.map({ $0 >> 4 }) else { return nil }
    switch version {
    case 4: self.init(ipv4: packet)
    case 6: self.init(ipv6: packet)
    default: return nil
    }
  }

  private init?(ipv4 packet: ArraySlice<UInt8>) {
    var fields = FieldReader(packet, isBigEndian: true)
    guard let first: UInt8 = fields.number(), fields.take(1) != nil,
      let length: UInt16 = fields.number(), fields.take(2) != nil,
      let fragment: UInt16 = fields.number(), fields.take(1) != nil,
      let next: UInt8 = fields.number(), fields.take(2) != nil,
      let source: UInt32 = fields.number(), let destination: UInt32 = fields.number()
    else { return nil }
    let headerSize = Int(first & 0xF) * 4
    guard next == Packet.udp, fragment & 0x3FFF == 0, headerSize >= 20 else { return nil }
    guard Int(length) >= headerSize, Int(length) <= packet.count else { return nil }
    var pseudoHeader = Array(packet.dropFirst(12).prefix(8)) + [0, Packet.udp]
    pseudoHeader.append(bigEndian: UInt16(Int(length) - headerSize))
    self.init(
      packet.prefix(Int(length)).dropFirst(headerSize), .v4(source), .v4(destination),
      pseudoHeader: pseudoHeader)
  }

  private init?(ipv6 packet: ArraySlice<UInt8>) {
    var fields = FieldReader(packet, isBigEndian: true)
    guard fields.take(4) != nil, let length: UInt16 = fields.number(),
      let next: UInt8 = fields.number(), fields.take(1) != nil,
      let source = Self.address(&fields), let destination = Self.address(&fields)
    else { return nil }
    guard Int(length) <= fields.remaining else { return nil }
    guard let rest = Self.skipExtensions(fields.rest().prefix(Int(length)), next: next) else {
      return nil
    }
    var pseudoHeader = Array(packet.dropFirst(8).prefix(32))
    pseudoHeader.append(bigEndian: UInt32(rest.count))
    pseudoHeader += [0, 0, 0, Packet.udp]
    self.init(rest, source, destination, pseudoHeader: pseudoHeader)
  }

  private init?(
    _ datagram: ArraySlice<UInt8>, _ source: PeerAddress.Host, _ destination: PeerAddress.Host,
    pseudoHeader: [UInt8]
  ) {
    var fields = FieldReader(datagram, isBigEndian: true)
    guard let sourcePort: UInt16 = fields.number(), let destinationPort: UInt16 = fields.number(),
      let length: UInt16 = fields.number(), fields.take(2) != nil
    else { return nil }
    guard Int(length) >= Packet.udpHeaderSize, Int(length) == datagram.count else { return nil }
    ends = AddressPair(
      source: PeerAddress(host: source, port: sourcePort),
      destination: PeerAddress(host: destination, port: destinationPort))
    payload = fields.rest()
    isChecksumRight = InternetChecksum.of((pseudoHeader + datagram)[...]) == 0
  }

  private static func address(_ fields: inout FieldReader) -> PeerAddress.Host? {
    guard let upper: UInt64 = fields.number(), let lower: UInt64 = fields.number() else {
      return nil
    }
    return .v6(upper: upper, lower: lower, scope: 0)
  }

  /// What follows the extension headers (RFC 8200 §4); nil when it is not UDP.
  private static func skipExtensions(
    _ packet: ArraySlice<UInt8>, next: UInt8
  ) -> ArraySlice<UInt8>? {
    var fields = FieldReader(packet, isBigEndian: true)
    var next = next
    while next != Packet.udp {
      guard let following: UInt8 = fields.number(), let size: UInt8 = fields.number() else {
        return nil
      }
      switch next {
      case 0, 43, 60: guard fields.take(6 + 8 * Int(size)) != nil else { return nil }
      case 44:
        guard let fragment: UInt16 = fields.number(), fields.take(4) != nil else { return nil }
        guard fragment & 0xFFF9 == 0 else { return nil }
      default: return nil
      }
      next = following
    }
    return fields.rest()
  }
}
