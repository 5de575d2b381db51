import MatterCrypto
import Testing

/// Every entry of the tables that `tools/generate-combs` wrote, recomputed.
struct P256CombTests {
  /// The multiples by 2^(52 row + shift) for each row.
  private func rowPoints(_ point: ProjectivePoint, shift: Int) -> [ProjectivePoint] {
    var rows: [ProjectivePoint] = []
    var multiple = point
    for exponent in 0...(208 + shift) {
      if exponent >= shift, (exponent - shift) % 52 == 0 { rows.append(multiple) }
      multiple = multiple + multiple
    }
    return rows
  }

  private func expectTable(_ words: Span<UInt64>, of point: ProjectivePoint) {
    for table in 0..<4 {
      let rows = rowPoints(point, shift: 13 * table)
      for entry in 0..<Comb.entryCount {
        let offset = table * Comb.wordsPerTable + entry * Comb.wordsPerEntry
        var sum = rows[4]
        for row in 0..<4 {
          let isSubtracted = entry & (1 << row) != 0
          sum = isSubtracted ? sum - rows[row] : sum + rows[row]
        }
        let known = sum.normalized()
        #expect(
          FieldElement.isEqual(coordinate(words, at: offset), known.x).revealed,
          "x, table \(table), entry \(entry)")
        #expect(
          FieldElement.isEqual(coordinate(words, at: offset + 4), known.y).revealed,
          "y, table \(table), entry \(entry)")
      }
    }
  }

  private func coordinate(_ words: Span<UInt64>, at offset: Int) -> FieldElement {
    FieldElement(
      montgomery: UInt256(words[offset], words[offset + 1], words[offset + 2], words[offset + 3]))
  }

  @Test func theTableOfTheGeneratorHoldsItsMultiples() throws {
    expectTable(GeneratorComb.words.span, of: try .generator)
  }

  @Test func theTableOfMHoldsItsMultiples() throws {
    expectTable(PointMComb.words.span, of: try .m)
  }

  @Test func theTableOfNHoldsItsMultiples() throws {
    expectTable(PointNComb.words.span, of: try .n)
  }
}
