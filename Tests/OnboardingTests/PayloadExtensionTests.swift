import Onboarding
import Testing

struct PayloadExtensionTests {
  @Test(
    arguments: [
      ([], PayloadExtension.absent),
      // {}
      ([0x15, 0x18], .structure(serialNumber: nil)),
      // {0: "SN1"}
      ([0x15, 0x2C, 0x00, 0x03, 0x53, 0x4E, 0x31, 0x18], .structure(serialNumber: "SN1")),
      // {0: 4660}
      ([0x15, 0x25, 0x00, 0x34, 0x12, 0x18], .structure(serialNumber: "4660")),
      // {1: 1000, 0x80: {0: 7}}: the vendor's own 0 is no serial number
      (
        [0x15, 0x25, 0x01, 0xE8, 0x03, 0x35, 0x80, 0x24, 0x00, 0x07, 0x18, 0x18],
        .structure(serialNumber: nil)
      ),
      // {0: true}
      ([0x15, 0x29, 0x00, 0x18], .unreadable),
      // {0: text that is not UTF-8}
      ([0x15, 0x2C, 0x00, 0x01, 0xFF, 0x18], .unreadable),
      // [] is an array
      ([0x16, 0x18], .unreadable),
      // a structure without an end
      ([0x15], .unreadable),
      ([0x15, 0x2C, 0x00, 0x09, 0x53, 0x18], .unreadable),
      ([0xFF], .unreadable),
    ] as [([UInt8], PayloadExtension)])
  func theSerialNumberIsFound(bytes: [UInt8], expected: PayloadExtension) {
    #expect(PayloadExtension(bytes) == expected)
  }
}
