import CoreSeam

/// An event as it is told: to programs by a name and values, to people in half a line.
package struct EventDescription: Equatable, Sendable {
  /// Stays the same from release to release, as do the names of the fields.
  package let name: String
  /// What it says, value by value, without any secret.
  package let fields: [FieldMember]
  /// Half a line, without any secret.
  package let text: String

  init(_ name: String, _ text: String, _ fields: [FieldMember] = []) {
    self.name = name
    self.text = text
    self.fields = fields
  }
}

/// What of an event depends on who tells it.
package struct Telling {
  /// What stands for a peer; nil for its number.
  package var place: ((PeerHandle) -> String)?
  /// When something ends, as in "until 3.000 ms".
  package var end: (UInt64) -> String
  /// How far the handshake had come on the side that the event is of.
  package var step: HandshakeStep?
  /// Whether the payloads of messages are among the fields.
  package var showsPayloads = false

  package init(
    place: ((PeerHandle) -> String)? = nil,
    end: @escaping (UInt64) -> String = { "until \(milliseconds($0)) ms" },
    step: HandshakeStep? = nil, showsPayloads: Bool = false
  ) {
    self.place = place
    self.end = end
    self.step = step
    self.showsPayloads = showsPayloads
  }

  func text(_ peer: PeerHandle) -> String {
    place?(peer) ?? "peer \(peer.rawValue)"
  }

  func field(_ peer: PeerHandle) -> FieldMember {
    FieldMember("peer", place.map { .text($0(peer)) } ?? .number(UInt64(peer.rawValue)))
  }
}
