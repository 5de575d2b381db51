import CoreSeam
import MatterBytes

/// Reads a trace, or a capture that somebody else made, item by item. However long the file is,
/// only the block at hand is held.
public struct TraceReader {
  private enum Format {
    case pcapng(PcapngReader)
    case classic(ClassicPcapReader)
  }

  private var source: ByteSource
  private var format: Format
  private var eventCount = 0
  /// The parties that a trace has described and not ended.
  private var openParties: Set<Int> = []
  private var knownParties = 0

  /// Whether the file ends within a block, or before all its parties have ended. Known at its end.
  public private(set) var isCut = false

  /// How many bytes of the file have been read.
  public var offset: Int { source.offset }

  /// - Throws: `system` or `notACapture`.
  public init(path: String) throws(TraceError) {
    try self.init(ByteSource(path: path))
  }

  /// Reads what `bytes` hold.
  /// - Throws: `notACapture`.
  public init(bytes: [UInt8]) throws(TraceError) {
    try self.init(ByteSource(bytes: bytes))
  }

  private init(_ source: ByteSource) throws(TraceError) {
    self.source = source
    guard let magic = try self.source.peek(4) else { throw .notACapture }
    if Array(magic) == [0x0A, 0x0D, 0x0D, 0x0A] {
      format = .pcapng(PcapngReader())
    } else {
      guard let header = try self.source.take(ClassicPcapReader.headerSize) else {
        throw .notACapture
      }
      guard let reader = ClassicPcapReader(header: header) else { throw .notACapture }
      format = .classic(reader)
    }
  }

  /// The next item; nil at the end of the file, or of what is whole of it.
  /// - Throws: any case but `notACapture`. Nothing can be read after that.
  public mutating func next() throws(TraceError) -> TraceItem? {
    while true {
      let offset = source.offset
      guard let found = try nextInFile() else {
        isCut = try !source.isAtEnd() || !openParties.isEmpty
        return nil
      }
      if let item = try item(found, at: offset) { return item }
    }
  }

  private mutating func nextInFile() throws(TraceError) -> CaptureItem? {
    switch format {
    case .pcapng(var reader):
      defer { format = .pcapng(reader) }
      return try reader.next(from: &source)
    case .classic(var reader):
      defer { format = .classic(reader) }
      return try reader.next(from: &source)
    }
  }

  private mutating func item(
    _ found: CaptureItem, at offset: Int
  ) throws(TraceError) -> TraceItem? {
    switch found {
    case .comment(let text): return .comment(text)
    case .interface(let interface):
      knownParties = interface.number + 1
      return .party(number: interface.number, name: interface.name)
    case .packet(let packet): return try item(packet)
    case .custom(let content, let base):
      return try item(custom: content, base: base, at: offset)
    }
  }

  private mutating func item(_ packet: CapturedPacket) throws(TraceError) -> TraceItem? {
    let ip = LinkLayer.ipPacket(in: packet.bytes, linkType: packet.interface.linkType)
    let found = ip.flatMap { UDPDatagram(ipPacket: $0) }
    guard let peer = packet.peer, let isInbound = packet.isInbound else {
      guard let found else { return nil }
      eventCount += 1
      return .capture(
        CapturedDatagram(
          number: eventCount, interface: packet.interface.number, time: packet.timeOfDay,
          addresses: found.ends, payload: Array(found.payload),
          isChecksumRight: found.isChecksumRight))
    }
    guard let found, let bytes = try? BoundedBytes<1232>(copying: found.payload.span) else {
      throw .malformed(offset: packet.offset, .packet)
    }
    let datagram = Datagram(peer: PeerHandle(rawValue: peer), bytes: bytes)
    eventCount += 1
    return .event(
      TraceEvent(
        number: eventCount, party: packet.interface.number, time: packet.time,
        content: isInbound
          ? .input(.message(.datagram(datagram))) : .output(.message(.datagram(datagram))),
        addresses: found.ends))
  }

  private mutating func item(
    custom content: ArraySlice<UInt8>, base: Int, at offset: Int
  ) throws(TraceError) -> TraceItem {
    var fields = FieldReader(content, isBigEndian: false)
    guard let kind: UInt8 = fields.number(), let number: UInt8 = fields.number(),
      let field: UInt16 = fields.number()
    else { throw .malformed(offset: offset, .field) }
    let party = base + Int(number)
    guard party < knownParties else { throw .malformed(offset: offset, .interface) }
    if kind == TraceFormat.Kind.identity {
      return try identity(&fields, party: party, version: field, at: offset)
    }
    guard let first: UInt64 = fields.number() else { throw .malformed(offset: offset, .field) }
    switch kind {
    case TraceFormat.Kind.engine:
      guard let name = fields.take(Int(field)) else { throw .malformed(offset: offset, .field) }
      return .engine(
        party: party,
        EngineIdentity(
          name: String(decoding: name, as: UTF8.self), fuelPerStep: first == 0 ? nil : first))
    case TraceFormat.Kind.step: return .step(party: party, fuel: first == 0 ? nil : first)
    case TraceFormat.Kind.portEvent:
      return try event(&fields, party: party, time: first, length: field, at: offset)
    case TraceFormat.Kind.wireFate:
      guard let flags: UInt8 = fields.number() else { throw .malformed(offset: offset, .field) }
      return .wireFate(party: party, time: first, WireFate(rawValue: flags))
    case TraceFormat.Kind.end:
      openParties.remove(party)
      return .end(party: party, time: first)
    default: throw .malformed(offset: offset, .kind)
    }
  }

  private mutating func identity(
    _ fields: inout FieldReader, party: Int, version: UInt16, at offset: Int
  ) throws(TraceError) -> TraceItem {
    guard version == TraceFormat.version else { throw .unknownVersion(version) }
    guard let flags: UInt32 = fields.number(), let core = fields.take(32),
      let seam = fields.take(32), let length: UInt16 = fields.number(),
      let text = fields.take(Int(length))
    else { throw .malformed(offset: offset, .field) }
    var sources: ArraySlice<UInt8>?
    if flags & 8 != 0 {
      sources = fields.take(32)
      guard sources != nil else { throw .malformed(offset: offset, .field) }
    }
    openParties.insert(party)
    return .identity(
      party: party,
      RunIdentity(
        coreHash: Array(core), seamHash: Array(seam), isRedacted: flags & 1 != 0,
        isSeeded: flags & 2 != 0, configuration: String(decoding: text, as: UTF8.self),
        sourcesHash: sources.map { Array($0) }, tellsSteps: flags & 4 != 0))
  }

  private mutating func event(
    _ fields: inout FieldReader, party: Int, time: UInt64, length: UInt16, at offset: Int
  ) throws(TraceError) -> TraceItem {
    guard let body = fields.take(Int(length)) else { throw .malformed(offset: offset, .field) }
    let content: PortEvent.Content
    do throws(SeamError) {
      content = try PortEvent.Content(frameBody: Array(body))
    } catch {
      throw .malformed(offset: offset, .event)
    }
    eventCount += 1
    return .event(TraceEvent(number: eventCount, party: party, time: time, content: content))
  }
}

extension CapturedPacket {
  /// The time in microseconds since 1970, as far as the capture tells it.
  fileprivate var timeOfDay: UInt64 {
    let (offset, overflow) = interface.offsetSeconds.multipliedReportingOverflow(by: 1_000_000)
    return overflow ? time : time &+ UInt64(bitPattern: offset)
  }
}
