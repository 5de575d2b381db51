import CanonicalABI
import CoreSeam
import MatterBytes
import Testing

/// Values flattened by hand, as the canonical ABI says: the case, then the values of the case, then
/// zeros up to the longest case.
struct FlatteningTests {
  @Test func aCommandIsItsCasesAndFields() throws {
    let order = MessageIn.command(.closeSession(session: 0x1234))
    #expect(
      try lowering(of: order).values
        == flatValues([1, 5, 0x1234, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
  }

  @Test func aDatagramIsItsPeerAndAListElsewhere() throws {
    let bytes = try BoundedBytes<1232>(copying: [9, 8, 7].span)
    let datagram = Datagram(peer: PeerHandle(rawValue: 0xFFFF_FFFF), bytes: bytes)
    let lowered = try lowering(of: MessageOut.datagram(datagram))
    let values: [UInt64] = [0, 0xFFFF_FFFF, UInt64(arenaBase), 3]
    #expect(lowered.values == flatValues(values + [UInt64](repeating: 0, count: 11)))
    #expect(lists(of: lowered) == [9, 8, 7])
  }

  @Test func listsFollowOneAnother() throws {
    let window = WindowOrder(
      secret: .verifier(try BoundedBytes(copying: [1, 2].span)), iterations: 1000,
      salt: try BoundedBytes(copying: [3, 4, 5].span), durationSeconds: 180)
    let lowered = try lowering(of: window)
    let base = UInt64(arenaBase)
    #expect(lowered.values == flatValues([1, base, 2, 1000, base + 2, 3, 180]))
    #expect(lists(of: lowered) == [1, 2, 3, 4, 5])
  }

  @Test func aLongNumberTakesTheSlotOfAShortOne() throws {
    let notice = MessageOut.notice(.windowOpened(untilMicroseconds: 0x0102_0304_0506_0708))
    let values: [UInt64] = [1, 0, 0x0102_0304_0506_0708]
    #expect(
      try lowering(of: notice).values == flatValues(values + [UInt64](repeating: 0, count: 12)))
  }

  @Test func anAbsentValueStillHasItsSlots() throws {
    #expect(try lowering(of: UInt64?.none).values == flatValues([0, 0]))
    #expect(try lowering(of: UInt64?.some(7)).values == flatValues([1, 7]))
  }

  @Test func highBitsOfASmallNumberDoNotCount() throws {
    #expect(try lifted(UInt8.self, from: flatValues([0xABCD_EF12])) == 0x12)
    #expect(try lifted(UInt16.self, from: flatValues([0xABCD_EF12])) == 0xEF12)
  }

  @Test func everyNumberButZeroIsTrue() throws {
    #expect(try !lifted(Bool.self, from: flatValues([0])))
    #expect(try lifted(Bool.self, from: flatValues([1])))
    #expect(try lifted(Bool.self, from: flatValues([256])))
  }

  @Test func anOptionIsThereOrNot() {
    #expect(throws: CanonicalError.unknownCase) {
      try lifted(UInt8?.self, from: flatValues([2, 0]))
    }
  }

  @Test func theNextValueBeginsAfterTheLongestCase() throws {
    let arena: [UInt8] = []
    var reader = FlatReader(flatValues([0, 0xFF, 0xFF, 7]), arena: arena.span, at: arenaBase)
    let failure = try PairingFailure(lifting: &reader)
    let next = reader.readSlot()
    #expect(failure == .wrongPasscode)
    #expect(next == 7)
  }
}
