import CoreSeam

/// What of a run matters for saying why it ended as it did.
struct Findings {
  struct Failure {
    let time: UInt64
    let role: Role
    let reason: PairingFailure
    /// How far the handshake had come on that side.
    let step: HandshakeStep?
    /// Failed attempts of the window, for a device.
    let attempts: UInt8
  }

  /// A message that came more than once and was not acted on again.
  struct Duplicate {
    let name: String
    let counter: UInt32
    let isSecure: Bool
  }

  /// A reply that does not acknowledge what it answers.
  struct WrongAcknowledgement {
    let time: UInt64
    let sender: String
    let acknowledged: UInt32
  }

  var isTrace = false
  var firstMessage: UInt64?
  var establishedAt: UInt64?
  var failures: [Failure] = []
  var windowClosure: WindowClosure?
  var windowSeconds: UInt16?
  var duplicates: [Duplicate] = []
  var drops: [(reason: DropReason, time: UInt64)] = []
  var wrongAcknowledgements: [WrongAcknowledgement] = []
  var retransmissions = 0
  var undelivered = 0
  var inboundCount = 0
  var secureCount = 0
  var decryptedCount = 0
}
