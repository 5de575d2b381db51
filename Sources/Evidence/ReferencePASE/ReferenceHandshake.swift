import CReferenceCrypto

/// What one side gains from a whole handshake done by a library in one go. Unlike
/// `ReferenceSPAKE2Plus` it shows nothing on the way: it is what the benchmark measures.
package struct ReferenceHandshake: Equatable {
  package let share: [UInt8]
  package let confirmation: [UInt8]
  /// I2R ‖ R2I ‖ attestation challenge.
  package let keys: [UInt8]

  package init(share: [UInt8], confirmation: [UInt8], keys: [UInt8]) {
    self.share = share
    self.confirmation = confirmation
    self.keys = keys
  }
}

extension ReferenceCrypto {
  /// - Throws: `rejected` when `peerConfirmation` is not cB.
  package func proverHandshake(
    secrets: ReferencePasscodeSecrets, x: [UInt8], context transcript: [UInt8],
    peerShare: [UInt8], peerConfirmation: [UInt8]
  ) throws(ReferenceError) -> ReferenceHandshake {
    try handshake(
      scalars: [secrets.w0, secrets.w1, x, transcript, peerConfirmation], points: [peerShare]
    ) {
      unsafe reference_prover_handshake(
        table, context, secrets.w0, secrets.w1, x, transcript, peerShare, peerConfirmation,
        &$0, &$1, &$2)
    }
  }

  /// - Throws: `rejected` when `peerConfirmation` is not cA.
  package func verifierHandshake(
    verifier: ReferenceVerifier, y: [UInt8], context transcript: [UInt8], peerShare: [UInt8],
    peerConfirmation: [UInt8]
  ) throws(ReferenceError) -> ReferenceHandshake {
    try handshake(
      scalars: [verifier.w0, y, transcript, peerConfirmation], points: [verifier.l, peerShare]
    ) {
      unsafe reference_verifier_handshake(
        table, context, verifier.w0, verifier.l, y, transcript, peerShare, peerConfirmation,
        &$0, &$1, &$2)
    }
  }

  /// What `run` writes, given operands of the sizes that the C functions read.
  private func handshake(
    scalars: [[UInt8]], points: [[UInt8]],
    _ run: (inout [UInt8], inout [UInt8], inout [UInt8]) -> reference_result
  ) throws(ReferenceError) -> ReferenceHandshake {
    precondition(scalars.allSatisfy { $0.count == 32 }, "32 bytes each")
    guard points.allSatisfy({ $0.count == 65 }) else { throw .rejected }
    var share = [UInt8](repeating: 0, count: 65)
    var confirmation = [UInt8](repeating: 0, count: 32)
    var keys = [UInt8](repeating: 0, count: 48)
    try check(run(&share, &confirmation, &keys))
    return ReferenceHandshake(share: share, confirmation: confirmation, keys: keys)
  }
}
