import MatterWire
import Testing

struct TLVErrorTests {
  /// Encodings that fail in the given way and would be right but for that.
  static func provoking(_ error: TLVError) -> [String] {
    switch error {
    case .truncated:
      [
        "04", "05 00", "06 000000", "07 00000000000000", "00", "0a 000000", "0b 00000000000000",
        "10", "10 01", "11 01", "10 02 00", "0c 03 6869",
        "44 01", "44 0100", "64 010000", "c4", "c4 f1ff", "c4 f1ff edde 01", "e4 f1ff edde 010000",
        "15 24", "15 24 01",
        // Lengths beyond any memory, and just beyond what is there.
        "13 ffffffffffffffff 00", "0f 0000000000000080 00", "13 ffffffffffffff7f 00",
        "13 0000000001000000 00", "12 ffffffff 00", "13 0200000000000000 00",
      ]
    case .invalidType:
      (0x19...0x1F).map { String($0, radix: 16) } + ["3f 01", "ff", "15 39 01 18", "17 1f 18"]
    case .taggedEndOfContainer:
      ["15 38 01", "15 58 0100", "16 f8 18", "38", "17 98 0000 18"]
    case .endOutsideContainer: ["18", "04 2a 18", "15 18 18"]
    case .missingEndOfContainer: ["15", "16 0401", "17 15 18", "15 24 01 2a"]
    case .untaggedStructureMember: ["15 04 2a 18", "15 15 18 18", "16 15 14 18 18"]
    case .taggedArrayMember:
      ["16 24 01 2a 18", "16 44 0100 2a 18", "16 c4 f1ff edde 0100 2a 18", "16 35 01 18 18"]
    case .contextTagAtTopLevel: ["24 01 2a", "35 01 18", "15 18 24 01 2a"]
    case .implicitTagWithoutProfile: ["84 0100 2a", "a4 01000000 2a", "15 84 0100 2a 18"]
    case .tooDeep:
      [String(repeating: "16", count: 17), "15" + String(repeating: "35 01", count: 16)]
    }
  }

  @Test(arguments: TLVError.allCases)
  func everyTLVErrorCanHappen(error: TLVError) {
    for text in Self.provoking(error) {
      #expect(throws: error, "\(text)") { try readTrees(hex(text)) }
    }
  }
}
