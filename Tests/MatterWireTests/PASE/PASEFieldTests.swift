import MatterWire
import Testing

struct PASEFieldTests {
  @Test(arguments: PASEField.allCases)
  func aFieldHasTheTagOfItsPlace(field: PASEField) {
    // Taking the field away changes the message, so its tag is one that the message has.
    let (kind, _) = field.place
    #expect(field.changed { _ in nil } != kind.tree.encoded)
  }

  @Test func theFieldsHaveTheirTags() {
    let tags: [UInt8] = [1, 2, 3, 4, 2, 3, 4, 5, 1, 2, 1, 1, 2, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    #expect(PASEField.allCases.map(\.tag) == tags)
  }

  @Test(arguments: PASEField.allCases.filter { !$0.isRequired })
  func anOptionalFieldMayBeAbsent(field: PASEField) throws {
    let bytes = field.changed { _ in nil }
    #expect(try field.place.0.rewritten(bytes) == bytes)
  }
}
