import CoreSeam
import MatterBytes
public import OperatingSystem

/// Writes a trace, each event as it happens: what was written is in the file whatever becomes of
/// this process.
public final class TraceWriter {
  /// Why writing has stopped, if it has. The run goes on without its trace.
  public private(set) var failure: SystemError?

  private let output: ([UInt8]) throws(SystemError) -> Void
  private let isRedacted: Bool
  private let secondsToTimeOfDay: Int64?
  private var partyCount = 0

  /// Writes to a new file, which only its owner can read.
  /// - Parameters:
  ///   - replacing: whether a file that has the name already is to make room.
  ///   - isRedacted: whether to leave out all secrets.
  ///   - secondsToTimeOfDay: what, added to the clock of the events, gives seconds since 1970.
  ///   - reason: why the run is recorded, for whoever reads the trace; at most 4,096 bytes of it.
  public convenience init(
    path: String, replacing: Bool, isRedacted: Bool, secondsToTimeOfDay: Int64?,
    reason: String? = nil
  ) throws(TraceFileError) {
    let file = try TraceFile(path: path, replacing: replacing)
    self.init(isRedacted: isRedacted, secondsToTimeOfDay: secondsToTimeOfDay, reason: reason) {
      (bytes) throws(SystemError) in try file.append(bytes)
    }
  }

  /// Writes to wherever `output` puts it. It gets whole blocks.
  public init(
    isRedacted: Bool, secondsToTimeOfDay: Int64? = nil, reason: String? = nil,
    output: @escaping ([UInt8]) throws(SystemError) -> Void
  ) {
    self.output = output
    self.isRedacted = isRedacted
    self.secondsToTimeOfDay = secondsToTimeOfDay
    append(BlockWriter.sectionHeader(comment: reason))
  }

  /// Describes a party, before its first event. A trace has at most 256.
  /// - Parameter identity: whether it is redacted, the writer knows better.
  /// - Returns: the party's number.
  public func addParty(name: String, _ identity: RunIdentity) -> Int {
    let party = partyCount
    precondition(party < 256, "a party's number is a byte")
    partyCount += 1
    append(BlockWriter.interface(name: name, secondsToTimeOfDay: secondsToTimeOfDay))
    let text = Array(identity.configuration.utf8.prefix(4096))
    var content: [UInt8] = []
    content.append(
      littleEndian: UInt32(isRedacted ? 1 : 0) | UInt32(identity.isSeeded ? 2 : 0)
        | UInt32(identity.tellsSteps ? 4 : 0) | UInt32(identity.sourcesHash == nil ? 0 : 8))
    content += identity.coreHash
    content += identity.seamHash
    content.append(littleEndian: UInt16(text.count))
    content += text
    content += identity.sourcesHash ?? []
    append(
      BlockWriter.custom(
        kind: TraceFormat.Kind.identity, party: party, field: TraceFormat.version, content))
    if let engine = identity.engine { write(engine, of: party) }
    return party
  }

  private func write(_ engine: EngineIdentity, of party: Int) {
    let name = Array(engine.name.utf8.prefix(256))
    append(
      BlockWriter.custom(
        kind: TraceFormat.Kind.engine, party: party, field: UInt16(name.count),
        Self.bytes(of: engine.fuelPerStep ?? 0) + name))
  }

  /// Appends that the party's next step has ended: that of its first input first.
  /// - Parameter fuel: what the step used; nil where the engine does not count.
  public func endStep(of party: Int, fuel: UInt64?) {
    append(
      BlockWriter.custom(
        kind: TraceFormat.Kind.step, party: party, field: 0, Self.bytes(of: fuel ?? 0)))
  }

  /// Appends one event.
  /// - Parameter ends: for a datagram, its addresses.
  public func write(
    _ event: PortEvent, of party: Int, between ends: @autoclosure () -> AddressPair
  ) {
    if let datagram = event.content.datagram {
      let payload = datagram.bytes.span.copied()
      append(
        BlockWriter.packet(
          Packet.bytes(payload, ends()), party: party, time: event.time,
          isInbound: event.content.isInput, peer: datagram.peer.rawValue))
    } else {
      let body = (isRedacted ? event.content.redacted : event.content).frameBody
      append(
        BlockWriter.custom(
          kind: TraceFormat.Kind.portEvent, party: party, field: UInt16(body.count),
          Self.bytes(of: event.time) + body))
    }
  }

  /// Appends what happened on the wire to the datagram just written.
  public func write(_ fate: WireFate, at time: UInt64, of party: Int) {
    append(
      BlockWriter.custom(
        kind: TraceFormat.Kind.wireFate, party: party, field: 0,
        Self.bytes(of: time) + [fate.rawValue]))
  }

  /// Appends that all the party's outputs have been written.
  public func end(party: Int, at time: UInt64) {
    append(
      BlockWriter.custom(
        kind: TraceFormat.Kind.end, party: party, field: 0, Self.bytes(of: time)))
  }

  private func append(_ block: [UInt8]) {
    guard failure == nil else { return }
    do throws(SystemError) { try output(block) } catch { failure = error }
  }

  private static func bytes(of number: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: number)
    return bytes
  }
}
