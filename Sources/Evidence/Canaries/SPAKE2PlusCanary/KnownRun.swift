import KnownAnswers
import MatterBytes
import MatterCrypto

/// One known run of SPAKE2+, in hexadecimal.
struct KnownRun {
  var context: StaticString
  var w0, w1, x, y: StaticString
  var l, proverShare, verifierShare, z, v: StaticString

  var secrets: PasscodeSecrets { PasscodeSecrets(w0: scalar(w0), w1: scalar(w1)) }

  func prover() throws(CanaryFailure) -> SPAKE2PlusProver {
    SPAKE2PlusProver(secrets: secrets, ephemeral: try ephemeral(x))
  }

  func verifier() throws(CanaryFailure) -> SPAKE2PlusVerifier {
    SPAKE2PlusVerifier(verifier: secrets.verifier(), ephemeral: try ephemeral(y))
  }

  func sharedPointsOfProver() throws(CanaryFailure) -> SPAKE2PlusSharedPoints {
    let x = try ephemeral(x)
    let share = try point(verifierShare)
    do throws(SPAKE2PlusError) {
      return try SPAKE2PlusSharedPoints(prover: secrets, x: x, verifierShare: share)
    } catch {
      throw .noAnswer
    }
  }

  func sharedPointsOfVerifier() throws(CanaryFailure) -> SPAKE2PlusSharedPoints {
    let y = try ephemeral(y)
    let share = try point(proverShare)
    do throws(SPAKE2PlusError) {
      return try SPAKE2PlusSharedPoints(verifier: secrets.verifier(), y: y, proverShare: share)
    } catch {
      throw .noAnswer
    }
  }

  func proverKeys() throws(CanaryFailure) -> SPAKE2PlusKeys {
    let prover = try prover()
    do throws(SPAKE2PlusError) {
      return try prover.finish(
        verifierShare: hex(verifierShare).span, context: hex(context).span)
    } catch {
      throw .noAnswer
    }
  }

  func verifierKeys() throws(CanaryFailure) -> SPAKE2PlusKeys {
    let verifier = try verifier()
    do throws(SPAKE2PlusError) {
      return try verifier.finish(proverShare: hex(proverShare).span, context: hex(context).span)
    } catch {
      throw .noAnswer
    }
  }

  private func point(_ text: StaticString) throws(CanaryFailure) -> AffinePoint {
    do throws(PointDecodingError) {
      return try AffinePoint(decoding: hex(text).span)
    } catch {
      throw .noAnswer
    }
  }

  private func scalar(_ text: StaticString) -> Scalar {
    Scalar.canonical(UInt256(bigEndian: hex(text).span)).scalar
  }
}

func ephemeral(_ text: StaticString) throws(CanaryFailure) -> EphemeralScalar {
  let bytes = hex(text)
  var wide = [40 of UInt8](repeating: 0)
  for index in 0..<32 { wide[8 &+ index] = bytes[index] }
  do throws(EphemeralScalarError) {
    return try EphemeralScalar(reducing: wide)
  } catch {
    throw .noAnswer
  }
}
