/// AES with a key of 128 bits (FIPS 197), two blocks at a time, encryption only.
///
/// Constant time: no branch and no index depends on the key or on a block.
package struct AES128: BitwiseCopyable, Sendable {
  /// Sliced, their rows moved to where those of the state are, and with SubBytes' 0x63 added.
  private var roundKeys: [11 of AESPlanes]

  /// Costs about as much as one encryption.
  package init(key: borrowing [16 of UInt8]) {
    let block = AESBlock(key.span)
    roundKeys = Self.roundKeys(AESPlanes(block, block))
  }

  /// The expanded key, lent to `encrypt`.
  package var schedule: Span<AESPlanes> {
    @_lifetime(borrow self)
    @_addressableSelf borrowing get { roundKeys.span }
  }

  /// Encrypts two blocks in place under a key's `schedule`; it costs as much as one would.
  ///
  /// It takes a span as Swift would copy the whole key for a look at it by a variable index.
  package static func encrypt(
    _ first: inout AESBlock, _ second: inout AESBlock, _ schedule: Span<AESPlanes>
  ) {
    precondition(schedule.count == 11, "AES-128 has eleven round keys")
    var planes = AESPlanes(first, second)
    planes.add(schedule[0])
    planes.substituteBytes()
    planes.mixColumns(shifts: 1)
    planes.add(schedule[1])
    var round = 2
    while round < 10 {
      planes.substituteBytes()
      planes.mixColumns(shifts: 2)
      planes.add(schedule[round])
      planes.substituteBytes()
      planes.mixColumns(shifts: 3)
      planes.add(schedule[round &+ 1])
      planes.substituteBytes()
      planes.mixColumns(shifts: 0)
      planes.add(schedule[round &+ 2])
      planes.substituteBytes()
      planes.mixColumns(shifts: 1)
      planes.add(schedule[round &+ 3])
      round &+= 4
    }
    planes.substituteBytes()
    planes.add(schedule[10])
    planes.unslice(to: &first, &second)
    first.shiftRowsTwice()
    second.shiftRowsTwice()
  }

  /// Overwrites the key.
  package mutating func wipe() {
    overwrite(&roundKeys, with: [11 of AESPlanes](repeating: .zero))
  }
}

extension AESBlock {
  /// The ShiftRows that ten rounds left outstanding, ten modulo four: rows 1 and 3 of a column
  /// change places with those two columns on.
  @inline(__always)
  fileprivate mutating func shiftRowsTwice() {
    let difference = (low ^ high) & 0xff00_ff00_ff00_ff00
    low ^= difference
    high ^= difference
  }
}
