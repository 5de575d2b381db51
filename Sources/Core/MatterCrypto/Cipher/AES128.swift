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

  /// Encrypts two blocks in place; it costs as much as one would.
  package func encrypt(_ first: inout AESBlock, _ second: inout AESBlock) {
    var planes = AESPlanes(first, second)
    planes.add(roundKeys[0])
    planes.substituteBytes()
    planes.mixColumns(shifts: 1)
    planes.add(roundKeys[1])
    var round = 2
    while round < 10 {
      planes.substituteBytes()
      planes.mixColumns(shifts: 2)
      planes.add(roundKeys[round])
      planes.substituteBytes()
      planes.mixColumns(shifts: 3)
      planes.add(roundKeys[round &+ 1])
      planes.substituteBytes()
      planes.mixColumns(shifts: 0)
      planes.add(roundKeys[round &+ 2])
      planes.substituteBytes()
      planes.mixColumns(shifts: 1)
      planes.add(roundKeys[round &+ 3])
      round &+= 4
    }
    planes.substituteBytes()
    planes.add(roundKeys[10])
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
