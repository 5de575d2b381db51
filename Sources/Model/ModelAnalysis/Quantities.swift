/// A time for people: `150 ms`, from picoseconds.
func timeText(_ picoseconds: Int64) -> String {
  let units: [(Int64, String)] = [
    (1_000_000_000_000, "s"), (1_000_000_000, "ms"), (1_000_000, "us"), (1000, "ns"),
  ]
  for (size, name) in units where picoseconds.isMultiple(of: size) && picoseconds != 0 {
    return "\(picoseconds / size) \(name)"
  }
  return "\(picoseconds) ps"
}

/// A size for people: bytes, from bits.
func sizeText(_ bits: Int64) -> String {
  bits.isMultiple(of: 8) ? "\(bits / 8) bytes" : "\(bits) bits"
}
