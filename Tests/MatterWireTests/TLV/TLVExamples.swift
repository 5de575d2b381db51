import MatterWire

/// The encodings that Matter's appendix A gives as examples, as rs-matter's tests repeat them.
let tlvExamples: [(TLVNode, String)] = [
  (TLVNode(.anonymous, .bool(false)), "08"),
  (TLVNode(.anonymous, .bool(true)), "09"),
  (TLVNode(.anonymous, .signed(42)), "00 2a"),
  (TLVNode(.anonymous, .signed(-17)), "00 ef"),
  (TLVNode(.anonymous, .unsigned(42)), "04 2a"),
  (TLVNode(.anonymous, .signed(422)), "01 a601"),
  (TLVNode(.anonymous, .signed(-170000)), "02 f067fdff"),
  (TLVNode(.anonymous, .signed(40_000_000_000)), "03 00902f5009000000"),
  (TLVNode(.anonymous, .utf8(Array("Hello!".utf8))), "0c 06 48656c6c6f21"),
  (TLVNode(.anonymous, .utf8(Array("Tschüs".utf8))), "0c 07 54736368c3bc73"),
  (TLVNode(.anonymous, .octets([0, 1, 2, 3, 4])), "10 05 0001020304"),
  (TLVNode(.anonymous, .null), "14"),
  (TLVNode(.anonymous, .float32(Float(0).bitPattern)), "0a 00000000"),
  (TLVNode(.anonymous, .float32((Float(1) / 3).bitPattern)), "0a abaaaa3e"),
  (TLVNode(.anonymous, .float32(Float(17.9).bitPattern)), "0a 33338f41"),
  (TLVNode(.anonymous, .float32(Float.infinity.bitPattern)), "0a 0000807f"),
  (TLVNode(.anonymous, .float32((-Float.infinity).bitPattern)), "0a 000080ff"),
  (TLVNode(.anonymous, .float64(Double(0).bitPattern)), "0b 0000000000000000"),
  (TLVNode(.anonymous, .float64((Double(1) / 3).bitPattern)), "0b 555555555555d53f"),
  (TLVNode(.anonymous, .float64(Double(17.9).bitPattern)), "0b 6666666666e63140"),
  (TLVNode(.anonymous, .float64(Double.infinity.bitPattern)), "0b 000000000000f07f"),
  (TLVNode(.anonymous, .float64((-Double.infinity).bitPattern)), "0b 000000000000f0ff"),
  (.structure([]), "15 18"),
  (.array([]), "16 18"),
  (.list([]), "17 18"),
  (
    .structure([TLVNode(.context(0), .signed(42)), TLVNode(.context(1), .signed(-17))]),
    "15 20002a 2001ef 18"
  ),
  (
    .array((0...4).map { TLVNode(.anonymous, .signed($0)) }), "16 0000 0001 0002 0003 0004 18"
  ),
  (
    .list([
      TLVNode(.anonymous, .signed(1)), TLVNode(.context(0), .signed(42)),
      TLVNode(.anonymous, .signed(2)), TLVNode(.anonymous, .signed(3)),
      TLVNode(.context(0), .signed(-17)),
    ]), "17 0001 20002a 0002 0003 2000ef 18"
  ),
  (
    .array([
      TLVNode(.anonymous, .signed(42)), TLVNode(.anonymous, .signed(-170000)), .structure([]),
      TLVNode(.anonymous, .float32(Float(17.9).bitPattern)),
      TLVNode(.anonymous, .utf8(Array("Hello!".utf8))),
    ]), "16 002a 02f067fdff 1518 0a33338f41 0c0648656c6c6f21 18"
  ),
  (TLVNode(.context(1), .unsigned(42)), "24 01 2a"),
  (TLVNode(.commonProfile(1), .unsigned(42)), "44 0100 2a"),
  (TLVNode(.commonProfile(100_000), .unsigned(42)), "64 a0860100 2a"),
  (
    TLVNode(.fullyQualified(vendor: 0xFFF1, profile: 0xDEED, number: 1), .unsigned(42)),
    "c4 f1ff edde 0100 2a"
  ),
  (
    TLVNode(.fullyQualified(vendor: 0xFFF1, profile: 0xDEED, number: 0xAA55_FEED), .unsigned(42)),
    "e4 f1ff edde edfe55aa 2a"
  ),
  (
    .structure(
      [
        TLVNode(
          .fullyQualified(vendor: 0xFFF1, profile: 0xDEED, number: 0xAA55), .unsigned(42))
      ], tag: .fullyQualified(vendor: 0xFFF1, profile: 0xDEED, number: 1)),
    "d5 f1ff edde 0100 c4 f1ff edde 55aa 2a 18"
  ),
]
