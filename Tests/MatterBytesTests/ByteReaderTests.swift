import MatterBytes
import Testing

@Suite struct ByteReaderTests {
  private let bytes: [UInt8] = Array(1...15)

  @Test func readsIntegersLeastSignificantByteFirst() throws {
    var reader = ByteReader(bytes.span)
    #expect(try reader.readLittleEndian(UInt8.self) == 0x01)
    #expect(try reader.readLittleEndian(UInt16.self) == 0x0302)
    #expect(try reader.readLittleEndian(UInt32.self) == 0x0706_0504)
    #expect(try reader.readLittleEndian(UInt64.self) == 0x0F0E_0D0C_0B0A_0908)
    #expect(reader.remaining == 0)
  }

  @Test func aReadThatFailsTakesNothing() throws {
    var reader = ByteReader(bytes.span)
    _ = try reader.readBytes(13).count
    #expect(throws: ByteError.truncated) { try reader.readLittleEndian(UInt32.self) }
    #expect(throws: ByteError.truncated) { _ = try reader.readBytes(3).count }
    #expect(throws: ByteError.truncated) { _ = try reader.readBytes(-1).count }
    #expect(reader.offset == 13)
    #expect(try reader.readByte() == 14)
    #expect(reader.readRest().count == 1)
    #expect(throws: ByteError.truncated) { try reader.readByte() }
  }

  @Test func sameBytesMeansSameLengthAndContent() {
    let first: [UInt8] = [1, 2, 3]
    let second: [UInt8] = [1, 2, 4]
    let isSame = first.span.hasSameBytes(as: first.span)
    let isSameAsOther = first.span.hasSameBytes(as: second.span)
    let isSameAsPrefix = first.span.hasSameBytes(as: first.span.extracting(first: 2))
    #expect(isSame)
    #expect(!isSameAsOther)
    #expect(!isSameAsPrefix)
  }
}
