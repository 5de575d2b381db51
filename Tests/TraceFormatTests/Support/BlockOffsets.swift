/// Where each block of a pcapng file in little-endian order begins, and at last where it ends.
func blockOffsets(_ bytes: [UInt8]) -> [Int] {
  var offsets = [0]
  while let offset = offsets.last, offset + 8 <= bytes.count {
    let length = (0..<4).reversed().reduce(0) { $0 << 8 | Int(bytes[offset + 4 + $1]) }
    offsets.append(offset + length)
  }
  return offsets
}
