/// Every capacity and every fixed time of the core, in one place.
package enum Limits {
  /// Secure sessions that can exist at a time.
  package static let secureSessions = 16
  /// Exchanges that can exist at a time, handshakes included. Each holds at most one message that
  /// waits for its acknowledgement.
  package static let exchanges = 8
  /// Unsecured sessions that are remembered, so that late duplicates are known for what they are.
  /// More than `exchanges`: there is always one that no exchange uses.
  package static let unsecuredSessions = 12
  /// Bytes of entropy that the pool holds.
  package static let entropyPool = 256
  /// Below this many bytes the pool asks for more. Enough for a handshake in each role.
  package static let entropyLowWater = 192
  /// HMAC rounds of PBKDF2 that one step may compute.
  package static let derivationRoundsPerStep: UInt32 = 1024
  /// Failed handshakes after which the commissioning window closes.
  package static let failedAttempts: UInt8 = 20

  /// How long a commissioning window may be asked to stay open.
  package static let windowSeconds: ClosedRange<UInt16> = 180...900
  /// The longest idle or active interval, one hour.
  package static let longestIntervalMilliseconds: UInt32 = 3_600_000

  /// A handshake must be done this long after its PBKDFParamRequest.
  package static let handshakeMicroseconds: UInt64 = 60_000_000
  /// What the peer may take to answer PBKDFParamRequest, beyond all retransmissions.
  package static let parameterResponseMicroseconds: UInt64 = 2_000_000
  /// What the peer may take to answer a later handshake message, beyond all retransmissions.
  package static let handshakeResponseMicroseconds: UInt64 = 30_000_000
  /// What a node that is busy asks a commissioner to wait.
  package static let busyWaitMilliseconds: UInt16 = 5000
  /// How long an acknowledgement waits for a message to travel on.
  package static let acknowledgementDelayMicroseconds: UInt64 = 200_000
  /// Transmissions of a reliable message: the first and its retransmissions.
  package static let transmissions: UInt8 = 5
}
