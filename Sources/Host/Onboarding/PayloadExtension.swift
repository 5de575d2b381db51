import MatterWire

/// What the optional TLV of a QR code says, as far as it is of use here.
package enum PayloadExtension: Equatable, Sendable {
  case absent
  /// There are bytes, and they are not an anonymous TLV structure. The rest of the payload is
  /// none the worse for it.
  case unreadable
  /// The serial number as text, if there is one; vendors write it as text or as a number.
  case structure(serialNumber: String?)

  package init(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else {
      self = .absent
      return
    }
    do throws(TLVError) {
      self = try Self.structure(in: bytes)
    } catch {
      self = .unreadable
    }
  }

  private static func structure(in bytes: [UInt8]) throws(TLVError) -> PayloadExtension {
    var reader = TLVReader(bytes.span)
    let start = TLVElement(tag: .anonymous, value: .containerStart(.structure))
    guard try reader.next() == start else { return .unreadable }
    var serialNumber: String?
    while let element = try reader.next() {
      if element.tag == .context(serialNumberTag) && reader.depth == 1 {
        guard let text = text(of: element.value, in: bytes) else { return .unreadable }
        serialNumber = text
      }
    }
    return .structure(serialNumber: serialNumber)
  }

  private static let serialNumberTag: UInt8 = 0

  private static func text(of value: TLVValue, in bytes: [UInt8]) -> String? {
    switch value {
    case .utf8(let range): String(validating: bytes[range], as: UTF8.self)
    case .unsigned(let number): String(number)
    case .signed, .bool, .float32, .float64, .octets, .null, .containerStart, .containerEnd: nil
    }
  }
}
