import KnownAnswers
import MatterBytes
import MatterWire

/// TLV on the examples of Matter's appendix A, which are read and written, and the first two PASE
/// messages of matter.js's `PasePairingTest.ts`.
/// - Returns: 0, or the number of the first answer that is wrong.
@_expose(wasm, "run") @c(run)
public func run() -> Int32 {
  var answers = KnownAnswers()
  expectScalars(&answers)
  expectContainers(&answers)
  expectTags(&answers)
  answers.expect(25, isParameterRequestRead())
  answers.expect(26, isParameterResponseRead())
  return answers.firstWrong
}

private func expectScalars(_ answers: inout KnownAnswers) {
  answers.expect(1, isElement("08", .bool(false)))
  answers.expect(2, isElement("09", .bool(true)))
  answers.expect(3, isElement("00 2a", .signed(42)))
  answers.expect(4, isElement("00 ef", .signed(-17)))
  answers.expect(5, isElement("04 2a", .unsigned(42)))
  answers.expect(6, isElement("01 a601", .signed(422)))
  answers.expect(7, isElement("02 f067fdff", .signed(-170000)))
  answers.expect(8, isElement("03 00902f5009000000", .signed(40_000_000_000)))
  answers.expect(9, isElement("0c 06 48656c6c6f21", .utf8(2..<8)))
  answers.expect(10, isElement("10 05 0001020304", .octets(2..<7)))
  answers.expect(11, isElement("14", .null))
  // 17.9 in single and in double precision
  answers.expect(12, isElement("0a 33338f41", .float32(bitPattern: 0x418F_3333)))
  answers.expect(13, isElement("0b 6666666666e63140", .float64(bitPattern: 0x4031_E666_6666_6666)))
}

private func expectContainers(_ answers: inout KnownAnswers) {
  answers.expect(14, isRewritten("15 18"))
  answers.expect(15, isRewritten("15 20002a 2001ef 18"))
  answers.expect(16, isRewritten("16 0000 0001 0002 0003 0004 18"))
  answers.expect(17, isRewritten("17 0001 20002a 0002 0003 2000ef 18"))
  answers.expect(18, isRewritten("16 002a 02f067fdff 1518 0a33338f41 0c0648656c6c6f21 18"))
  answers.expect(19, isRefused("15 20002a", as: .missingEndOfContainer))
  answers.expect(20, isRefused("0c 06 48656c6c6f", as: .truncated))
}

private func expectTags(_ answers: inout KnownAnswers) {
  answers.expect(21, isMember("15 24012a 18", .unsigned(42), tag: .context(1)))
  answers.expect(22, isElement("64 a0860100 2a", .unsigned(42), tag: .commonProfile(100_000)))
  answers.expect(
    23,
    isElement(
      "e4 f1ff edde edfe55aa 2a", .unsigned(42),
      tag: .fullyQualified(vendor: 0xFFF1, profile: 0xDEED, number: 0xAA55_FEED)))
  answers.expect(24, isRewritten("d5 f1ff edde 0100 c4 f1ff edde 55aa 2a 18"))
}
