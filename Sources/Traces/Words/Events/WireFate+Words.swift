import TraceFormat

extension WireFate {
  /// What happened to the datagram, each for people and for programs.
  private var parts: [(text: String, name: String)] {
    var parts: [(text: String, name: String)] = []
    if contains(.lost) { parts.append(("lost on the wire", "dropped")) }
    if contains(.sentTwice) { parts.append(("sent twice", "duplicated")) }
    if contains(.heldBack) { parts.append(("held back", "reordered")) }
    if contains(.corrupted) { parts.append(("a bit inverted on the wire", "corrupted")) }
    return parts
  }

  /// For people.
  package var remarks: [String] { parts.map(\.text) }

  /// For programs.
  package var names: [String] { parts.map(\.name) }
}
