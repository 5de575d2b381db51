import KnownAnswers
import MatterBytes
import MatterCrypto

/// P-256: multiples of the generator (FIPS 186-4 §D.1.2.3) by the table made beforehand and by one
/// made now, a point that is on the curve and one that is not.
/// - Returns: 0, or the number of the first answer that is wrong.
@_expose(wasm, "run") @c(run)
public func run() -> Int32 {
  var answers = KnownAnswers()
  answers.expect(1, isMultiple(1, KnownPoint.generator))
  answers.expect(2, isMultiple(2, KnownPoint.doubled))
  answers.expect(3, isMultiple(3, KnownPoint.tripled))
  answers.expect(
    4,
    isMultiple(
      "0000000000000000000000000000000000159d893d4cdd747246cdca43590e13", KnownPoint.large))
  // n - 1
  answers.expect(
    5,
    isMultiple(
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550", KnownPoint.opposite))
  // n
  answers.expect(
    6,
    !Scalar.canonical(
      number("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")
    ).isCanonical.revealed)
  answers.expect(7, isPoint(KnownPoint.large))
  answers.expect(8, !isPoint(KnownPoint.offTheCurve))
  return answers.firstWrong
}

private func number(_ text: StaticString) -> UInt256 {
  UInt256(bigEndian: hex(text).span)
}

private func isMultiple(_ multiplier: StaticString, _ known: StaticString) -> Bool {
  isMultiple(Scalar.canonical(number(multiplier)).scalar, known)
}

private func isMultiple(_ multiplier: UInt64, _ known: StaticString) -> Bool {
  isMultiple(Scalar.canonical(UInt256(multiplier, 0, 0, 0)).scalar, known)
}

/// Whether both ways of multiplying lead from the generator to the known point.
private func isMultiple(_ scalar: Scalar, _ known: StaticString) -> Bool {
  let fixed = FixedBase.multiplyGenerator(by: scalar).normalized().encoded()
  guard fixed.span.hasSameBytes(as: hex(known).span) else { return false }
  guard let generator = try? AffinePoint(decoding: hex(KnownPoint.generator).span) else {
    return false
  }
  let base = VariableBase(ProjectivePoint(generator))
  let variable = base.multiplied(by: scalar).normalized().encoded()
  return variable.span.hasSameBytes(as: hex(known).span)
}

private func isPoint(_ encoded: StaticString) -> Bool {
  do {
    return try AffinePoint(decoding: hex(encoded).span).encoded().span
      .hasSameBytes(as: hex(encoded).span)
  } catch {
    return false
  }
}
