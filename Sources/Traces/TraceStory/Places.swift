import MatterWire
import TraceFormat

/// Who is who in a trace or capture.
struct Places {
  /// Where a datagram came from that a party got.
  struct Origin {
    let name: String
    /// Whether the other party's sending of it was told already.
    let isShownAlready: Bool
    /// Whether it comes from the other party's address but was never sent like this.
    let isAltered: Bool
  }

  private var names: [Int: String] = [:]
  private var parties: [Int] = []
  private var roles: [PeerAddress: String] = [:]
  private var homes: [PeerAddress: Int] = [:]
  private var sentBy: [[UInt8]: Int] = [:]

  mutating func name(_ number: Int, _ name: String) {
    names[number] = name
  }

  mutating func addParty(_ number: Int) {
    parties.append(number)
  }

  func name(of party: Int) -> String {
    names[party] ?? "party \(party)"
  }

  /// An address of a foreign capture: its role once that is known.
  func name(of address: PeerAddress) -> String {
    roles[address] ?? "\(address)"
  }

  /// Who sends the PBKDFParamRequest is the commissioner.
  mutating func learnRoles(_ message: DecodedMessage, _ ends: AddressPair) {
    guard message.opcode == .pbkdfParamRequest else { return }
    if roles[ends.source] == nil { roles[ends.source] = role("commissioner", ends.source) }
    if roles[ends.destination] == nil { roles[ends.destination] = role("device", ends.destination) }
  }

  /// Whether a datagram of a foreign capture is one of Matter: by its port, by who talks, or
  /// because it is a message of the secure channel that names exactly one side.
  func isMatter(_ message: DecodedMessage, _ ends: AddressPair) -> Bool {
    guard message.header != nil else { return false }
    let addresses = [ends.source, ends.destination]
    if addresses.contains(where: { roles[$0] != nil || $0.port == Self.matterPort }) { return true }
    return message.handshake != nil && message.opcode != nil
  }

  private static let matterPort: UInt16 = 5540

  private func role(_ name: String, _ address: PeerAddress) -> String {
    roles.values.contains(name) ? "\(name) \(address)" : name
  }

  mutating func sent(_ bytes: [UInt8], by party: Int, from address: PeerAddress?) {
    sentBy[bytes] = party
    if let address { homes[address] = party }
  }

  func receiver(of event: TraceEvent) -> String {
    if let address = event.addresses?.destination, let party = homes[address] {
      return name(of: party)
    }
    return otherSide(of: event.party, event.addresses?.destination)
  }

  func origin(of bytes: [UInt8], _ event: TraceEvent) -> Origin {
    if let sender = sentBy[bytes], sender != event.party {
      return Origin(name: name(of: sender), isShownAlready: true, isAltered: false)
    }
    let address = event.addresses?.source
    if parties.count > 1 {
      if let address, let party = homes[address] {
        return Origin(name: name(of: party), isShownAlready: false, isAltered: true)
      }
      let stranger = address.map { "\($0)" } ?? "a stranger"
      return Origin(name: stranger, isShownAlready: false, isAltered: false)
    }
    return Origin(
      name: otherSide(of: event.party, address), isShownAlready: false, isAltered: false)
  }

  private func otherSide(of party: Int, _ address: PeerAddress?) -> String {
    if let other = parties.first(where: { $0 != party }), parties.count == 2 {
      return name(of: other)
    }
    switch name(of: party) {
    case "device": return "commissioner"
    case "commissioner": return "device"
    default: return address.map { "\($0)" } ?? "the peer"
    }
  }
}
