import MatterWire
import Testing

@Test func theOpcodesHaveTheirNumbers() {
  let numbers: [UInt8] = [
    0x00, 0x01, 0x10, 0x20, 0x21, 0x22, 0x23, 0x24, 0x30, 0x31, 0x32, 0x33, 0x40, 0x50,
  ]
  #expect(SecureChannelOpcode.allCases.map(\.rawValue) == numbers)
  #expect(SecureChannelOpcode(rawValue: 0x25) == nil)
}
