/// Capture files as other tools write them, put together from the formats' definitions.
enum CaptureBytes {
  /// UDP from 192.0.2.1:1000 to 192.0.2.2:2000 without a checksum, in a frame of the link type.
  static func frame(linkType: UInt16, payload: [UInt8]) -> [UInt8] {
    let length = UInt8(28 + payload.count)
    let packet =
      [0x45, 0, 0, length, 0, 0, 0, 0, 64, 17, 0, 0, 192, 0, 2, 1, 192, 0, 2, 2]
      + [0x03, 0xE8, 0x07, 0xD0, 0, length - 20, 0, 0] + payload
    return header(linkType: linkType) + packet
  }

  private static func header(linkType: UInt16) -> [UInt8] {
    switch linkType {
    case 0: [2, 0, 0, 0]
    case 108: [0, 0, 0, 2]
    case 1: [UInt8](repeating: 0xEE, count: 12) + [0x81, 0, 0, 7, 8, 0]
    case 113: [UInt8](repeating: 0, count: 14) + [8, 0]
    case 276: [8, 0] + [UInt8](repeating: 0, count: 18)
    default: []
    }
  }

  /// libpcap's older format, packets a second apart from second 5 on, at fraction 250.
  static func classic(
    linkType: UInt16, _ frames: [[UInt8]], isBigEndian: Bool, isNanoseconds: Bool
  ) -> [UInt8] {
    func number(_ value: UInt32) -> [UInt8] {
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
      return isBigEndian ? bytes.reversed() : bytes
    }
    var bytes = number(isNanoseconds ? 0xA1B2_3C4D : 0xA1B2_C3D4)
    bytes += isBigEndian ? [0, 2, 0, 4] : [2, 0, 4, 0]
    bytes += number(0) + number(0) + number(65_535) + number(UInt32(linkType))
    for (index, frame) in frames.enumerated() {
      bytes += number(UInt32(5 + index)) + number(isNanoseconds ? 250_000 : 250)
      bytes += number(UInt32(frame.count)) + number(UInt32(frame.count)) + frame
    }
    return bytes
  }

  /// pcapng in big-endian order with one interface, times in units of 2⁻²⁰ s, and blocks of kinds
  /// that nobody here knows.
  static func bigEndianPcapng(linkType: UInt16, _ frames: [[UInt8]]) -> [UInt8] {
    func block(_ type: UInt32, _ body: [UInt8]) -> [UInt8] {
      let length = big(UInt32(12 + body.count))
      return big(type) + length + body + length
    }
    var bytes = block(
      0x0A0D_0D0A, big(0x1A2B_3C4D) + [0, 1, 0, 0] + [UInt8](repeating: 255, count: 8))
    let options: [UInt8] = [0, 9, 0, 1, 0x94, 0, 0, 0, 0, 0, 0, 0]
    bytes += block(1, [UInt8(linkType >> 8), UInt8(linkType & 0xFF), 0, 0] + big(0) + options)
    bytes += block(4, [0, 0, 0, 0])
    for frame in frames {
      let padding = [UInt8](repeating: 0, count: (4 - frame.count % 4) % 4)
      bytes += block(
        6,
        big(0) + big(0) + big(3 << 20) + big(UInt32(frame.count)) + big(UInt32(frame.count))
          + frame + padding)
      bytes += block(0x0BAD, big(32473) + [1, 2, 3, 4])
    }
    return bytes
  }

  private static func big(_ value: UInt32) -> [UInt8] {
    (0..<4).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }
}
