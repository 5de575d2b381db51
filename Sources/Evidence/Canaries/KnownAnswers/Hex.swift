public import MatterBytes

/// The bytes, at most 256, that the hexadecimal digits of `text` stand for; white space between
/// them means nothing.
public func hex(_ text: StaticString) -> BoundedBytes<256> {
  var bytes = BoundedBytes<256>()
  var high: UInt8?
  do {
    for index in 0..<text.utf8CodeUnitCount {
      guard let digit = digit(unsafe text.utf8Start[index]) else { continue }
      if let first = high {
        try bytes.append(first &<< 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
  } catch {
    preconditionFailure("a known text has at most 256 bytes")
  }
  precondition(high == nil, "two digits make a byte")
  return bytes
}

/// The same for a fixed number of bytes.
public func hexArray<let count: Int>(_ text: StaticString) -> [count of UInt8] {
  let bytes = hex(text)
  precondition(bytes.count == count, "a known text has the length of its type")
  var array = [count of UInt8](repeating: 0)
  for index in 0..<count { array[index] = bytes[index] }
  return array
}

/// The value of a digit; none for white space.
private func digit(_ character: UInt8) -> UInt8? {
  switch character {
  case 0x30...0x39: return character &- 0x30
  case 0x61...0x66: return character &- 0x57
  case 0x20, 0x0A: return nil
  default: preconditionFailure("a known text has digits and white space only")
  }
}
