/// What a reader finds in a trace or capture, in the order of the file.
public enum TraceItem: Equatable, Sendable {
  /// Why the trace was recorded; of a foreign capture, its comment.
  case comment(String)
  /// A party, or in a foreign capture an interface; parties are numbered from 0.
  case party(number: Int, name: String)
  case identity(party: Int, RunIdentity)
  /// The engine under the party's core, which is WebAssembly.
  case engine(party: Int, EngineIdentity)
  case event(TraceEvent)
  /// A step has ended, in the order of the party's inputs, and used so much fuel if that was
  /// counted.
  case step(party: Int, fuel: UInt64?)
  /// What happened on the wire to the datagram just before.
  case wireFate(party: Int, time: UInt64, WireFate)
  /// The party ended in order: all its outputs are in the trace.
  case end(party: Int, time: UInt64)
  /// A UDP datagram that somebody else captured.
  case capture(CapturedDatagram)
}

/// A port event as a trace holds it.
public struct TraceEvent: Equatable, Sendable {
  /// The event's place in the file, from 1.
  public var number: Int
  public var party: Int
  /// Microseconds of the monotonic clock.
  public var time: UInt64
  public var content: PortEvent.Content
  /// For a datagram, where it came from and where it went.
  public var addresses: AddressPair?

  public init(
    number: Int, party: Int, time: UInt64, content: PortEvent.Content,
    addresses: AddressPair? = nil
  ) {
    self.number = number
    self.party = party
    self.time = time
    self.content = content
    self.addresses = addresses
  }
}

/// The two ends of a datagram.
public struct AddressPair: Equatable, Sendable {
  public var source: PeerAddress
  public var destination: PeerAddress

  public init(source: PeerAddress, destination: PeerAddress) {
    self.source = source
    self.destination = destination
  }
}

/// A UDP datagram of a capture that was not recorded at a core's ports.
public struct CapturedDatagram: Equatable, Sendable {
  /// The packet's place in the file, from 1.
  public var number: Int
  public var interface: Int
  /// Microseconds since 1970, or of whatever clock the capture has.
  public var time: UInt64
  public var addresses: AddressPair
  public var payload: [UInt8]
  /// Whether the UDP checksum is right. Captures of a sender's own traffic often have none yet.
  public var isChecksumRight: Bool

  public init(
    number: Int, interface: Int, time: UInt64, addresses: AddressPair, payload: [UInt8],
    isChecksumRight: Bool
  ) {
    self.number = number
    self.interface = interface
    self.time = time
    self.addresses = addresses
    self.payload = payload
    self.isChecksumRight = isChecksumRight
  }
}
