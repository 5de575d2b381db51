/// Reads the packets of a file in libpcap's older format.
struct ClassicPcapReader {
  private let isBigEndian: Bool
  private let interface: CaptureInterface
  private var hasShownInterface = false

  static let headerSize = 24
  private static let longestPacket: UInt32 = 16 << 20

  /// Reads the file's header.
  /// - Returns: nil when it is not one.
  init?(header: ArraySlice<UInt8>) {
    let resolution: TimeResolution
    switch Array(header.prefix(4)) {
    case [0xA1, 0xB2, 0xC3, 0xD4]: (isBigEndian, resolution) = (true, .microseconds)
    case [0xD4, 0xC3, 0xB2, 0xA1]: (isBigEndian, resolution) = (false, .microseconds)
    case [0xA1, 0xB2, 0x3C, 0x4D]: (isBigEndian, resolution) = (true, .nanoseconds)
    case [0x4D, 0x3C, 0xB2, 0xA1]: (isBigEndian, resolution) = (false, .nanoseconds)
    default: return nil
    }
    var fields = FieldReader(header.dropFirst(20), isBigEndian: isBigEndian)
    guard let linkType: UInt32 = fields.number() else { return nil }
    // The upper bits tell how long a frame check sequence is.
    interface = CaptureInterface(
      number: 0, linkType: UInt16(truncatingIfNeeded: linkType), name: "", resolution: resolution,
      offsetSeconds: 0)
  }

  /// The next item; nil at the end of the file, whole or cut.
  mutating func next(from source: inout ByteSource) throws(TraceError) -> CaptureItem? {
    guard hasShownInterface else {
      hasShownInterface = true
      return .interface(interface)
    }
    let offset = source.offset
    guard let head = try source.peek(16) else { return nil }
    var fields = FieldReader(head, isBigEndian: isBigEndian)
    guard let seconds: UInt32 = fields.number(), let fraction: UInt32 = fields.number(),
      let length: UInt32 = fields.number()
    else { return nil }
    guard length <= Self.longestPacket else { throw .malformed(offset: offset, .length) }
    guard let packet = try source.take(16 + Int(length)) else { return nil }
    let time = UInt64(seconds) * 1_000_000 + interface.resolution.microseconds(UInt64(fraction))
    return .packet(
      CapturedPacket(
        interface: interface, time: time, bytes: packet.dropFirst(16), offset: offset,
        isInbound: nil, peer: nil))
  }
}
