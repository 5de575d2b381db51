import MatterBytes

/// Why the run did not come to its good end.
struct Failure: Error {
  /// Where it showed.
  let side: Side
  /// What it is, in words that follow "party: ".
  let reason: StaticString

  /// Such as "device: pairing failed, wrong passcode".
  var text: BoundedBytes<128> {
    var text = BoundedBytes<128>()
    do {
      try text.append(contentsOf: side.name)
      try text.append(contentsOf: ": ")
      try text.append(contentsOf: reason)
    } catch {
      preconditionFailure("a reason is shorter than 100 bytes")
    }
    return text
  }
}

extension BoundedBytes {
  mutating func append(contentsOf text: StaticString) throws(ByteError) {
    for index in 0..<text.utf8CodeUnitCount { try append(unsafe text.utf8Start[index]) }
  }
}
