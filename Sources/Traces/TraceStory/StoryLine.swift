import TraceFormat

/// One line of the story of a run.
package struct StoryLine: Equatable, Sendable {
  /// Microseconds since the first event.
  package let time: UInt64
  package let content: Content

  package enum Content: Equatable, Sendable {
    /// A datagram.
    case message(StoryMessage)
    /// What a party did or learned: its name, and half a line.
    case note(party: String, String)
    /// A timer of a party: its name, and half a line.
    case timer(party: String, String)
    /// What one side of a handshake computed.
    case values(of: String, DerivedValues)
  }

  package init(time: UInt64, _ content: Content) {
    self.time = time
    self.content = content
  }
}

/// A datagram in the story of a run.
package struct StoryMessage: Equatable, Sendable {
  package let sender: String
  package let receiver: String
  package let message: DecodedMessage
  /// What is special about it, such as "transmission 2".
  package let remarks: [String]
  /// What happened to it on the simulated wire.
  package var fate: WireFate = []
  /// Whether the same datagram was told before, with its fields.
  package let isRepetition: Bool
}
