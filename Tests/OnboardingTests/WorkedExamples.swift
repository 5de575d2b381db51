/// Codes that were read and made with the CHIP SDK, which nobody of this project wrote.
struct WorkedQRCode: Sendable {
  let vendor: UInt16
  let product: UInt16
  let discovery: UInt8
  let discriminator: UInt16
  let passcode: UInt32
  let bytes: [UInt8]
  let text: String

  static let all = [
    WorkedQRCode(
      vendor: 0xFFF1, product: 0x8000, discovery: 0b010, discriminator: 3840, passcode: 20_202_021,
      bytes: [0x88, 0xff, 0x07, 0x00, 0x44, 0x00, 0xe0, 0x4b, 0x84, 0x68, 0x02],
      text: "MT:Y.K9042C00KA0648G00"),
    WorkedQRCode(
      vendor: 0xFFF1, product: 0x8000, discovery: 0b100, discriminator: 3840, passcode: 20_202_021,
      bytes: [0x88, 0xff, 0x07, 0x00, 0x84, 0x00, 0xe0, 0x4b, 0x84, 0x68, 0x02],
      text: "MT:Y.K90AFN00KA0648G00"),
    WorkedQRCode(
      vendor: 0xFFF1, product: 0x8001, discovery: 0b100, discriminator: 3840, passcode: 20_202_021,
      bytes: [0x88, 0xff, 0x0f, 0x00, 0x84, 0x00, 0xe0, 0x4b, 0x84, 0x68, 0x02],
      text: "MT:-24J0AFN00KA0648G00"),
    WorkedQRCode(
      vendor: 0xFFF4, product: 0x1234, discovery: 0b100, discriminator: 3840, passcode: 67_202_583,
      bytes: [0xa0, 0xff, 0xa7, 0x91, 0x80, 0x00, 0xe0, 0x2f, 0xdc, 0x02, 0x08],
      text: "MT:MNOA55UM00I7.Y6-F10"),
  ]
}

struct WorkedManualCode: Sendable {
  let discriminator: UInt16
  let passcode: UInt32
  let vendor: UInt16?
  let product: UInt16?
  let digits: String

  static let all = [
    WorkedManualCode(
      discriminator: 3840, passcode: 67_202_583, vendor: nil, product: nil, digits: "36095141011"),
    WorkedManualCode(
      discriminator: 3840, passcode: 20_202_021, vendor: nil, product: nil, digits: "34970112332"),
    WorkedManualCode(
      discriminator: 3840, passcode: 20_202_021, vendor: 0xFFF1, product: 0x8000,
      digits: "749701123365521327687"),
    WorkedManualCode(
      discriminator: 250, passcode: 123_456, vendor: nil, product: nil, digits: "00876800071"),
    WorkedManualCode(
      discriminator: 2976, passcode: 34_567_890, vendor: nil, product: nil, digits: "26318621095"),
  ]
}
