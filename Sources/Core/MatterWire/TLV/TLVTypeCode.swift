/// The element types, in the lower five bits of a control byte. Those that come in four widths are
/// named by the narrowest; the next three codes are twice as wide each.
enum TLVTypeCode {
  static var signed: UInt8 { 0x00 }
  static var unsigned: UInt8 { 0x04 }
  static var `false`: UInt8 { 0x08 }
  static var `true`: UInt8 { 0x09 }
  static var float32: UInt8 { 0x0A }
  static var float64: UInt8 { 0x0B }
  static var utf8: UInt8 { 0x0C }
  static var octets: UInt8 { 0x10 }
  static var null: UInt8 { 0x14 }
  static var structure: UInt8 { 0x15 }
  static var array: UInt8 { 0x16 }
  static var list: UInt8 { 0x17 }
  static var endOfContainer: UInt8 { 0x18 }
}
