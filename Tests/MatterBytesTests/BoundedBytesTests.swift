import MatterBytes
import Testing

@Suite struct BoundedBytesTests {
  @Test func holdsAsManyBytesAsItsCapacityAndNoMore() throws {
    var bytes = BoundedBytes<3>()
    for byte: UInt8 in 1...3 { try bytes.append(byte) }
    #expect(throws: ByteError.capacityExceeded) { try bytes.append(4) }
    #expect((0..<3).map { bytes[$0] } == [1, 2, 3])
  }

  @Test func anAppendThatDoesNotFitChangesNothing() throws {
    var bytes = BoundedBytes<4>()
    try bytes.append(9)
    #expect(throws: ByteError.capacityExceeded) {
      try bytes.append(contentsOf: ([1, 2, 3, 4] as [UInt8]).span)
    }
    #expect(throws: ByteError.capacityExceeded) { try bytes.append(littleEndian: UInt32(1)) }
    #expect(bytes.count == 1)
    #expect(bytes[0] == 9)
  }

  @Test func integersAreAppendedLeastSignificantByteFirst() throws {
    var bytes = BoundedBytes<15>()
    try bytes.append(littleEndian: UInt8(0x01))
    try bytes.append(littleEndian: UInt16(0x0302))
    try bytes.append(littleEndian: UInt32(0x0706_0504))
    try bytes.append(littleEndian: UInt64(0x0F0E_0D0C_0B0A_0908))
    #expect((0..<15).map { bytes[$0] } == Array(1...15))
  }

  @Test func equalityIgnoresWhatALongerContentLeftBehind() throws {
    var shortened = try BoundedBytes<4>(copying: ([1, 2, 3] as [UInt8]).span)
    shortened.truncate(to: 1)
    let short = try BoundedBytes<4>(copying: ([1] as [UInt8]).span)
    #expect(shortened == short)
    #expect(try short != BoundedBytes<4>(copying: ([2] as [UInt8]).span))
    #expect(short != BoundedBytes<4>())
  }

  @Test func bytesCanBeChangedInPlace() throws {
    var bytes = try BoundedBytes<8>(zeros: 2)
    var span = bytes.mutableSpan
    span[1] = 7
    #expect((0..<bytes.count).map { bytes[$0] } == [0, 7])
    #expect(throws: ByteError.capacityExceeded) { try BoundedBytes<8>(zeros: 9) }
    #expect(throws: ByteError.capacityExceeded) { try BoundedBytes<8>(zeros: -1) }
  }

  @Test func readingOutsideTheContentTraps() async {
    await #expect(processExitsWith: .failure) {
      let bytes = BoundedBytes<4>()
      _ = bytes[0]
    }
  }
}
