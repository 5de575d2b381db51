/// Builds the blocks of a trace.
enum BlockWriter {
  /// - Parameter comment: what the file says of itself; at most 4,096 bytes of it.
  static func sectionHeader(comment: String?) -> [UInt8] {
    var body: [UInt8] = []
    body.append(littleEndian: UInt32(0x1A2B_3C4D))
    body.append(littleEndian: UInt16(1))
    body.append(littleEndian: UInt16(0))
    body.append(littleEndian: UInt64.max)  // how long the section is, is not known
    if let comment {
      option(TraceFormat.OptionCode.comment, Array(comment.utf8.prefix(4096)), to: &body)
    }
    option(TraceFormat.OptionCode.userApplication, Array("matter-sim".utf8), to: &body)
    endOptions(&body)
    return block(TraceFormat.BlockType.sectionHeader, body)
  }

  /// - Parameter secondsToTimeOfDay: what, added to the times, gives seconds since 1970.
  static func interface(name: String, secondsToTimeOfDay: Int64?) -> [UInt8] {
    var body: [UInt8] = []
    body.append(littleEndian: TraceFormat.linkType)
    body.append(littleEndian: UInt16(0))
    body.append(littleEndian: UInt32(0))  // packets are never cut
    option(TraceFormat.OptionCode.interfaceName, Array(name.utf8), to: &body)
    option(TraceFormat.OptionCode.timeResolution, [6], to: &body)
    if let secondsToTimeOfDay {
      var value: [UInt8] = []
      value.append(littleEndian: secondsToTimeOfDay)
      option(TraceFormat.OptionCode.timeOffset, value, to: &body)
    }
    endOptions(&body)
    return block(TraceFormat.BlockType.interfaceDescription, body)
  }

  /// - Parameter peer: the handle of the other side.
  static func packet(
    _ packet: [UInt8], party: Int, time: UInt64, isInbound: Bool, peer: UInt32
  ) -> [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity(packet.count + 64)
    body.append(littleEndian: UInt32(party))
    body.append(littleEndian: UInt32(time >> 32))
    body.append(littleEndian: UInt32(truncatingIfNeeded: time))
    body.append(littleEndian: UInt32(packet.count))
    body.append(littleEndian: UInt32(packet.count))
    body += packet
    body.padToWord()
    var flags: [UInt8] = []
    flags.append(littleEndian: isInbound ? TraceFormat.inbound : TraceFormat.outbound)
    option(TraceFormat.OptionCode.packetFlags, flags, to: &body)
    var handle: [UInt8] = []
    handle.append(littleEndian: TraceFormat.enterprise)
    handle += TraceFormat.letters
    handle.append(littleEndian: peer)
    option(TraceFormat.OptionCode.customBinary, handle, to: &body)
    endOptions(&body)
    return block(TraceFormat.BlockType.enhancedPacket, body)
  }

  /// - Parameter field: the two bytes whose meaning depends on the kind.
  static func custom(kind: UInt8, party: Int, field: UInt16, _ content: [UInt8]) -> [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity(content.count + 16)
    body.append(littleEndian: TraceFormat.enterprise)
    body += TraceFormat.letters
    body.append(kind)
    body.append(UInt8(party))
    body.append(littleEndian: field)
    body += content
    body.padToWord()
    return block(TraceFormat.BlockType.custom, body)
  }

  private static func block(_ type: UInt32, _ body: [UInt8]) -> [UInt8] {
    let length = UInt32(12 + body.count)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(length))
    bytes.append(littleEndian: type)
    bytes.append(littleEndian: length)
    bytes += body
    bytes.append(littleEndian: length)
    return bytes
  }

  private static func option(_ code: UInt16, _ value: [UInt8], to body: inout [UInt8]) {
    body.append(littleEndian: code)
    body.append(littleEndian: UInt16(value.count))
    body += value
    body.padToWord()
  }

  private static func endOptions(_ body: inout [UInt8]) {
    body.append(littleEndian: TraceFormat.OptionCode.end)
    body.append(littleEndian: UInt16(0))
  }
}
