extension SHA256State<UInt32> {
  /// Takes in bytes, whole blocks of 64. An embedded core would rather be 4 KB smaller than spare a
  /// call per block.
  @inline(never)
  mutating func compress(wholeBlocks bytes: Span<UInt8>) {
    precondition(bytes.count & 63 == 0, "whole blocks")
    var start = 0
    while start < bytes.count {
      let block = Self.words(bytes.extracting(start..<(start &+ 64)))
      #if hasFeature(Embedded)
        compressOutOfLine(block)
      #else
        compress(block)
      #endif
      start &+= 64
    }
  }

  /// The state that `bytes` holds, each word most significant byte first.
  init(bytes: [32 of UInt8]) {
    var words = [8 of UInt32](repeating: 0)
    for index in 0..<8 { words[index] = Self.word(bytes.span, 4 &* index) }
    self.init(
      a: words[0], b: words[1], c: words[2], d: words[3], e: words[4], f: words[5], g: words[6],
      h: words[7])
  }

  /// The state as 32 bytes, each word most significant byte first.
  var bytes: [32 of UInt8] {
    let words = [a, b, c, d, e, f, g, h] as [8 of UInt32]
    var bytes = [32 of UInt8](repeating: 0)
    for index in 0..<8 {
      bytes[4 &* index] = UInt8(truncatingIfNeeded: words[index] &>> 24)
      bytes[4 &* index &+ 1] = UInt8(truncatingIfNeeded: words[index] &>> 16)
      bytes[4 &* index &+ 2] = UInt8(truncatingIfNeeded: words[index] &>> 8)
      bytes[4 &* index &+ 3] = UInt8(truncatingIfNeeded: words[index])
    }
    return bytes
  }

  /// A block of 64 bytes as words, most significant byte first. Each is one load and one byte swap
  /// where the machine has them, so long as it is not written as a loop, which is smaller.
  @inline(__always)
  private static func words(_ block: Span<UInt8>) -> [16 of UInt32] {
    #if hasFeature(Embedded)
      var words = [16 of UInt32](repeating: 0)
      for index in 0..<16 { words[index] = word(block, 4 &* index) }
      return words
    #else
      return [
        word(block, 0), word(block, 4), word(block, 8), word(block, 12),
        word(block, 16), word(block, 20), word(block, 24), word(block, 28),
        word(block, 32), word(block, 36), word(block, 40), word(block, 44),
        word(block, 48), word(block, 52), word(block, 56), word(block, 60),
      ]
    #endif
  }

  @inline(__always)
  private static func word(_ block: Span<UInt8>, _ start: Int) -> UInt32 {
    let high = UInt32(block[start]) &<< 24 | UInt32(block[start &+ 1]) &<< 16
    let low = UInt32(block[start &+ 2]) &<< 8 | UInt32(block[start &+ 3])
    return high | low
  }
}
