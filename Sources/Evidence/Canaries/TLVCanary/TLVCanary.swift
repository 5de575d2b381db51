import KnownAnswers
import MatterBytes
import MatterWire

/// TLV: examples of Matter's appendix A are read, and the first two PASE messages of matter.js's
/// `PasePairingTest.ts` are read and written.
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
  answers.expect(1, holds("08", .bool(false)))
  answers.expect(2, holds("09", .bool(true)))
  answers.expect(3, holds("00 2a", .signed(42)))
  answers.expect(4, holds("00 ef", .signed(-17)))
  answers.expect(5, holds("04 2a", .unsigned(42)))
  answers.expect(6, holds("01 a601", .signed(422)))
  answers.expect(7, holds("02 f067fdff", .signed(-170000)))
  answers.expect(8, holds("03 00902f5009000000", .signed(40_000_000_000)))
  answers.expect(9, holds("0c 06 48656c6c6f21", .utf8(2..<8)))
  answers.expect(10, holds("10 05 0001020304", .octets(2..<7)))
  answers.expect(11, holds("14", .null))
  // 17.9 in single and in double precision
  answers.expect(12, holds("0a 33338f41", .float32(bitPattern: 0x418F_3333)))
  answers.expect(13, holds("0b 6666666666e63140", .float64(bitPattern: 0x4031_E666_6666_6666)))
}

private func expectContainers(_ answers: inout KnownAnswers) {
  answers.expect(14, holds("15 18", [start(.structure), end]))
  answers.expect(
    15,
    holds(
      "15 20002a 2001ef 18",
      [start(.structure), signed(42, .context(0)), signed(-17, .context(1)), end]))
  answers.expect(
    16,
    holds(
      "16 0000 0001 0002 0003 0004 18",
      [start(.array), signed(0), signed(1), signed(2), signed(3), signed(4), end]))
  answers.expect(
    17,
    holds(
      "17 0001 20002a 0002 0003 2000ef 18",
      [
        start(.list), signed(1), signed(42, .context(0)), signed(2), signed(3),
        signed(-17, .context(0)), end,
      ]))
  answers.expect(
    18, holds("16 002a 1518 18", [start(.array), signed(42), start(.structure), end, end]))
  answers.expect(19, isRefused("15 20002a", as: .missingEndOfContainer))
  answers.expect(20, isRefused("0c 06 48656c6c6f", as: .truncated))
}

private func expectTags(_ answers: inout KnownAnswers) {
  answers.expect(
    21,
    holds(
      "15 24012a 18",
      [start(.structure), TLVElement(tag: .context(1), value: .unsigned(42)), end]))
  answers.expect(22, holds("64 a0860100 2a", .unsigned(42), tag: .commonProfile(100_000)))
  answers.expect(
    23,
    holds(
      "e4 f1ff edde edfe55aa 2a", .unsigned(42),
      tag: .fullyQualified(vendor: 0xFFF1, profile: 0xDEED, number: 0xAA55_FEED)))
  answers.expect(
    24,
    holds(
      "c4 f1ff edde 0100 2a", .unsigned(42),
      tag: .fullyQualified(vendor: 0xFFF1, profile: 0xDEED, number: 1)))
}

private func start(_ container: TLVContainer) -> TLVElement {
  TLVElement(tag: .anonymous, value: .containerStart(container))
}

private var end: TLVElement { TLVElement(tag: .anonymous, value: .containerEnd) }

private func signed(_ value: Int64, _ tag: TLVTag = .anonymous) -> TLVElement {
  TLVElement(tag: tag, value: .signed(value))
}
