/// Reads the blocks of a pcapng file.
struct PcapngReader {
  private var isBigEndian = false
  /// The interfaces of the section.
  private var interfaces: [CaptureInterface] = []
  private var interfaceCount = 0

  /// No block is longer: the largest packet that capturing tools write has 256 KiB.
  private static let longestBlock: UInt32 = 16 << 20

  /// The next item that matters; nil at the end of the file, whole or cut.
  mutating func next(from source: inout ByteSource) throws(TraceError) -> CaptureItem? {
    while let head = try source.peek(8) {
      let offset = source.offset
      if Array(head.prefix(4)) == [0x0A, 0x0D, 0x0D, 0x0A] {
        guard let section = try beginSection(from: &source) else { return nil }
        guard let comment = section.comment else { continue }
        return .comment(comment)
      }
      var fields = FieldReader(head, isBigEndian: isBigEndian)
      guard let type: UInt32 = fields.number(), let length: UInt32 = fields.number() else {
        return nil
      }
      guard let block = try takeBlock(length, from: &source) else { return nil }
      if let item = try item(type, block, at: offset) { return item }
    }
    return nil
  }

  /// What the header of a section says.
  private struct Section {
    var comment: String?
  }

  /// - Returns: nil when the file ends within the header.
  private mutating func beginSection(
    from source: inout ByteSource
  ) throws(TraceError) -> Section? {
    let offset = source.offset
    guard let head = try source.peek(12) else { return nil }
    switch Array(head.suffix(4)) {
    case [0x1A, 0x2B, 0x3C, 0x4D]: isBigEndian = true
    case [0x4D, 0x3C, 0x2B, 0x1A]: isBigEndian = false
    default: throw .malformed(offset: offset, .sectionHeader)
    }
    var fields = FieldReader(head.dropFirst(4), isBigEndian: isBigEndian)
    guard let length: UInt32 = fields.number() else { return nil }
    guard let block = try takeBlock(length, from: &source) else { return nil }
    var content = FieldReader(block.dropFirst(4), isBigEndian: isBigEndian)
    guard let major: UInt16 = content.number(), major == 1 else {
      throw .malformed(offset: offset, .sectionHeader)
    }
    interfaces = []
    var section = Section()
    guard content.take(10) != nil else { return section }
    while let option = Option(from: &content) {
      guard option.code == TraceFormat.OptionCode.comment else { continue }
      section.comment = String(decoding: option.value, as: UTF8.self)
    }
    return section
  }

  /// The body of the block that begins here; nil when the file ends within.
  private func takeBlock(
    _ length: UInt32, from source: inout ByteSource
  ) throws(TraceError) -> ArraySlice<UInt8>? {
    let offset = source.offset
    guard length >= 12, length.isMultiple(of: 4), length <= Self.longestBlock else {
      throw .malformed(offset: offset, .length)
    }
    guard let block = try source.take(Int(length)) else { return nil }
    var trailer = FieldReader(block.suffix(4), isBigEndian: isBigEndian)
    guard trailer.number() == length else { throw .malformed(offset: offset, .length) }
    return block.dropFirst(8).dropLast(4)
  }

  private mutating func item(
    _ type: UInt32, _ body: ArraySlice<UInt8>, at offset: Int
  ) throws(TraceError) -> CaptureItem? {
    var fields = FieldReader(body, isBigEndian: isBigEndian)
    switch type {
    case TraceFormat.BlockType.interfaceDescription:
      guard let interface = interface(&fields) else {
        throw .malformed(offset: offset, .field)
      }
      interfaces.append(interface)
      interfaceCount += 1
      return .interface(interface)
    case TraceFormat.BlockType.enhancedPacket: return .packet(try packet(&fields, at: offset))
    case TraceFormat.BlockType.simplePacket: return .packet(try simplePacket(&fields, at: offset))
    case TraceFormat.BlockType.custom:
      guard fields.number() == TraceFormat.enterprise else { return nil }
      guard let letters = fields.take(4), Array(letters) == TraceFormat.letters else { return nil }
      return .custom(fields.rest(), base: interfaceCount - interfaces.count)
    default: return nil
    }
  }

  private func interface(_ fields: inout FieldReader) -> CaptureInterface? {
    guard let linkType: UInt16 = fields.number() else { return nil }
    guard fields.take(6) != nil else { return nil }
    var name = ""
    var resolution = TimeResolution.microseconds
    var offsetSeconds: Int64 = 0
    while let option = Option(from: &fields) {
      switch option.code {
      case TraceFormat.OptionCode.interfaceName:
        name = String(decoding: option.value, as: UTF8.self)
      case TraceFormat.OptionCode.timeResolution:
        guard let byte = option.value.first else { return nil }
        guard let given = TimeResolution(option: byte) else { return nil }
        resolution = given
      case TraceFormat.OptionCode.timeOffset:
        var value = FieldReader(option.value, isBigEndian: isBigEndian)
        guard let given: UInt64 = value.number() else { return nil }
        offsetSeconds = Int64(bitPattern: given)
      default: break
      }
    }
    return CaptureInterface(
      number: interfaceCount, linkType: linkType, name: name, resolution: resolution,
      offsetSeconds: offsetSeconds)
  }

  private func packet(
    _ fields: inout FieldReader, at offset: Int
  ) throws(TraceError) -> CapturedPacket {
    guard
      let id: UInt32 = fields.number(), let high: UInt32 = fields.number(),
      let low: UInt32 = fields.number(), let captured: UInt32 = fields.number(),
      fields.number(UInt32.self) != nil, let bytes = fields.takePadded(Int(captured))
    else { throw .malformed(offset: offset, .field) }
    guard Int(id) < interfaces.count else { throw .malformed(offset: offset, .interface) }
    let interface = interfaces[Int(id)]
    var isInbound: Bool?
    var peer: UInt32?
    while let option = Option(from: &fields) {
      var value = FieldReader(option.value, isBigEndian: isBigEndian)
      switch option.code {
      case TraceFormat.OptionCode.packetFlags:
        switch value.number(UInt32.self).map({ $0 & 3 }) {
        case TraceFormat.inbound: isInbound = true
        case TraceFormat.outbound: isInbound = false
        default: break
        }
      case TraceFormat.OptionCode.customBinary: peer = Self.peer(in: &value) ?? peer
      default: break
      }
    }
    return CapturedPacket(
      interface: interface,
      time: interface.resolution.microseconds(UInt64(high) << 32 | UInt64(low)),
      bytes: bytes, offset: offset, isInbound: isInbound, peer: peer)
  }

  private func simplePacket(
    _ fields: inout FieldReader, at offset: Int
  ) throws(TraceError) -> CapturedPacket {
    guard let length: UInt32 = fields.number() else { throw .malformed(offset: offset, .field) }
    guard let interface = interfaces.first else { throw .malformed(offset: offset, .interface) }
    guard let bytes = fields.take(min(Int(length), fields.remaining)) else {
      throw .malformed(offset: offset, .field)
    }
    return CapturedPacket(
      interface: interface, time: 0, bytes: bytes, offset: offset, isInbound: nil, peer: nil)
  }

  private static func peer(in value: inout FieldReader) -> UInt32? {
    guard value.number() == TraceFormat.enterprise else { return nil }
    guard let letters = value.take(4), Array(letters) == TraceFormat.letters else { return nil }
    return value.number()
  }
}

/// One option of a block.
private struct Option {
  let code: UInt16
  let value: ArraySlice<UInt8>

  /// The next option; nil at the end of the options, or where they cannot be read on.
  init?(from fields: inout FieldReader) {
    guard let code: UInt16 = fields.number(), let length: UInt16 = fields.number() else {
      return nil
    }
    guard code != TraceFormat.OptionCode.end else { return nil }
    guard let value = fields.takePadded(Int(length)) else { return nil }
    self.code = code
    self.value = value
  }
}
