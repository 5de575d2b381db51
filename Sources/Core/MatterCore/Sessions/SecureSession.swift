import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire

/// One secure session: its keys, and how far each direction has counted.
package struct SecureSession {
  let localID: UInt16
  let peerID: UInt16
  /// The side that this node had in the handshake; it says which key is whose.
  let role: Role
  /// Where the latest valid message came from: a peer may change its address.
  var peer: PeerHandle
  let parameters: PeerParameters
  private var keys: SessionKeys
  private(set) var window = ReplayWindow(policy: .refuseOld)
  private(set) var lastReceived: Instant
  var lastActivity: Instant
  private var counter: SecureMessageCounter

  package init(_ result: HandshakeResult, peer: PeerHandle, now: Instant) {
    localID = result.terms.localSessionID
    peerID = result.terms.peerSessionID
    role = result.terms.role
    parameters = result.terms.peerParameters
    keys = result.keys
    counter = SecureMessageCounter(first: result.terms.firstCounter)
    self.peer = peer
    lastReceived = now
    lastActivity = now
  }

  /// Whether so few counters are left that the session has to end.
  var isRunningOut: Bool { counter.isRunningOut }

  /// Takes the counter of the next message.
  mutating func nextCounter() -> UInt32 {
    counter.next()
  }

  /// Notes a message that is authentic and new.
  mutating func accept(_ counter: UInt32, from peer: PeerHandle, now: Instant) {
    window.accept(counter)
    self.peer = peer
    lastReceived = now
    lastActivity = now
  }

  /// Encrypts `text` in place under the sending key.
  /// - Returns: the tag to append.
  func seal(
    _ text: inout BoundedBytes<1232>, header: MessageHeader, authenticating bytes: Span<UInt8>
  ) -> [16 of UInt8] {
    var cipher = AESCCM(
      key: role == .initiator ? keys.initiatorToResponder : keys.responderToInitiator)
    defer { cipher.wipe() }
    var plaintext = text.mutableSpan
    return cipher.seal(&plaintext, nonce: Self.nonce(of: header), authenticating: bytes)
  }

  /// Decrypts `text`, which ends with the tag, in place under the receiving key, and takes the tag
  /// off.
  /// - Throws: `AuthenticationFailure` when the tag does not match or is not there.
  func open(
    _ text: inout BoundedBytes<1232>, header: MessageHeader, authenticating bytes: Span<UInt8>
  ) throws(AuthenticationFailure) {
    guard text.count >= Self.tagSize else { throw .wrongTag }
    var tag = [16 of UInt8](repeating: 0)
    let length = text.count - Self.tagSize
    for index in 0..<Self.tagSize { tag[index] = text[length + index] }
    text.truncate(to: length)
    var cipher = AESCCM(
      key: role == .initiator ? keys.responderToInitiator : keys.initiatorToResponder)
    defer { cipher.wipe() }
    var ciphertext = text.mutableSpan
    try cipher.open(
      &ciphertext, tag: tag.span, nonce: Self.nonce(of: header), authenticating: bytes)
  }

  mutating func wipe() {
    keys.wipe()
  }

  static let tagSize = 16

  /// Security flags, message counter, and the node id, which in PASE is 0 both ways.
  ///
  /// Spec: Matter Core, message nonce.
  package static func nonce(of header: MessageHeader) -> [13 of UInt8] {
    var nonce = [13 of UInt8](repeating: 0)
    nonce[0] = header.securityFlags.rawValue
    for index in 0..<4 {
      nonce[1 &+ index] = UInt8(
        truncatingIfNeeded: header.messageCounter &>> UInt32(8 &* index))
    }
    return nonce
  }
}
