import CoreSeam

/// One conversation: its place in a session, what it owes the peer, and what the peer owes it.
struct Exchange {
  /// The session in which an exchange lives.
  enum Channel: Equatable {
    /// An unsecured session, by its index.
    case unsecured(Int)
    /// A secure session, by its index.
    case secure(Int)
  }

  /// Who acts on the exchange's messages.
  enum Handler: Equatable {
    /// This node's side of PASE, in the unsecured session at the index.
    case handshake(Role, session: Int)
    /// The host application.
    case application
    /// Nobody any more: it stays until its last message is acknowledged or given up.
    case none
  }

  let channel: Channel
  let id: UInt16
  /// The side that this node has in the exchange.
  let role: Role
  var handler: Handler
  var acknowledgement = Acknowledgement()
  var retransmission: Retransmission?
  /// Last time a message went out or came in.
  var lastActivity: Instant

  /// Whether nothing is under way that its removal would break off. An acknowledgement that it owes
  /// can be sent there and then.
  var isIdle: Bool {
    guard retransmission == nil else { return false }
    switch handler {
    case .handshake: return false
    case .application, .none: return true
    }
  }

  var reference: ExchangeReference {
    ExchangeReference(id: id, role: role)
  }
}
