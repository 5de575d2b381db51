/// What these tests read in an unsecured message, on their own account: the opcode, the
/// acknowledged counter and the payload.
///
/// Spec: Matter Core, message frame format.
struct UnsecuredMessage {
  let opcode: UInt8
  let counter: UInt32
  let acknowledgedCounter: UInt32?
  let payload: [UInt8]

  /// - Returns: nil for what is no unsecured message of PASE.
  init?(hexadecimal: String) {
    let digits = Array(hexadecimal)
    guard digits.count >= 44, digits.count.isMultiple(of: 2) else { return nil }
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
    // One node id of 8 bytes stands behind flags, session id, security flags and counter.
    guard bytes.count * 2 == digits.count else { return nil }
    guard bytes[0] == 0x04 || bytes[0] == 0x01 else { return nil }
    guard Array(bytes[1...3]) == [0, 0, 0] else { return nil }
    func number(at offset: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << (8 * UInt32($1)) }
    }
    counter = number(at: 4)
    opcode = bytes[17]
    let isAcknowledging = bytes[16] & 0x02 != 0
    guard bytes.count >= (isAcknowledging ? 26 : 22) else { return nil }
    acknowledgedCounter = isAcknowledging ? number(at: 22) : nil
    payload = Array(bytes[(isAcknowledging ? 26 : 22)...])
  }
}
