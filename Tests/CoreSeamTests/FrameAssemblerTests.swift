import CoreDriver
import CoreSeam
import MatterBytes
import Testing

@Suite struct FrameAssemblerTests {
  /// The bodies of all frames in the pieces, as the assembler finds them.
  private func bodies(
    in pieces: [[UInt8]], with assembler: inout FrameAssembler
  ) throws -> [[UInt8]] {
    var bodies: [[UInt8]] = []
    for piece in pieces {
      var offset = 0
      while try assembler.consume(piece.span, at: &offset) {
        let body = assembler.body
        bodies.append(body.indices.map { body[$0] })
      }
      #expect(offset == piece.count)
    }
    return bodies
  }

  /// Three frames one after the other, and their bodies.
  private func stream() throws -> (bytes: [UInt8], bodies: [[UInt8]]) {
    let frames = try GoldenFrames.inputs().prefix(3).map { [UInt8]($0.event.frame().bytes) }
    return (frames.flatMap { $0 }, frames.map { Array($0.dropFirst(4)) })
  }

  @Test func aStreamCutAnywhereGivesTheSameFrames() throws {
    let (bytes, expected) = try stream()
    for first in 0...bytes.count {
      for second in first...bytes.count {
        let pieces = [
          Array(bytes[..<first]), Array(bytes[first..<second]), Array(bytes[second...]),
        ]
        var assembler = FrameAssembler()
        #expect(try bodies(in: pieces, with: &assembler) == expected)
        #expect(assembler.isBetweenFrames)
      }
    }
  }

  @Test func bytesThatComeOneByOneGiveTheSameFrames() throws {
    let (bytes, expected) = try stream()
    var assembler = FrameAssembler()
    #expect(try bodies(in: bytes.map { [$0] }, with: &assembler) == expected)
  }

  @Test func anEndWithinAFrameIsNoticed() throws {
    let frame = [UInt8](InEvent.clock(5).frame().bytes)
    for length in 1..<frame.count {
      var assembler = FrameAssembler()
      #expect(try bodies(in: [Array(frame[..<length])], with: &assembler).isEmpty)
      #expect(!assembler.isBetweenFrames)
    }
    var assembler = FrameAssembler()
    #expect(assembler.isBetweenFrames)
    _ = try bodies(in: [frame], with: &assembler)
    #expect(assembler.isBetweenFrames)
  }

  @Test func theLargestFrameIsTakenAndALargerRefused() throws {
    let body = [UInt8](repeating: 7, count: 1240)
    var assembler = FrameAssembler()
    #expect(try bodies(in: [[0, 0, 0x04, 0xD8] + body], with: &assembler) == [body])
    for length in [[0, 0, 0x04, 0xD9], [0x80, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF]] as [[UInt8]] {
      var assembler = FrameAssembler()
      #expect(throws: SeamError.oversizedFrame) {
        try bodies(in: [length], with: &assembler)
      }
    }
  }

  @Test func aLengthOfZeroIsRefused() {
    var assembler = FrameAssembler()
    #expect(throws: SeamError.emptyFrame) {
      try bodies(in: [[0, 0, 0, 0]], with: &assembler)
    }
  }

  @Test func nothingIsReadAfterALengthThatIsRefused() throws {
    let good = [UInt8](InEvent.clock(5).frame().bytes)
    for (length, error) in [
      ([0, 0, 0, 0], SeamError.emptyFrame), ([0, 1, 0, 0], .oversizedFrame),
    ] as [([UInt8], SeamError)] {
      var assembler = FrameAssembler()
      #expect(throws: error) { try bodies(in: [length + good], with: &assembler) }
      #expect(throws: error) { try bodies(in: [good], with: &assembler) }
      #expect(!assembler.isBetweenFrames)
    }
  }

  @Test func aLengthIsRefusedAsSoonAsItIsThere() throws {
    var assembler = FrameAssembler()
    #expect(try bodies(in: [[0], [0], [0xFF]], with: &assembler).isEmpty)
    #expect(throws: SeamError.oversizedFrame) {
      try bodies(in: [[0]], with: &assembler)
    }
  }

  @Test func noStreamTrapsTheAssembler() throws {
    var generator = SplitMix64(seed: 9)
    let frames = try GoldenFrames.inputs().map { [UInt8]($0.event.frame().bytes) }
    for _ in 0..<20_000 {
      var assembler = FrameAssembler()
      for _ in 0..<4 {
        var bytes = frames[Int.random(in: frames.indices, using: &generator)]
        if Bool.random(using: &generator) {
          bytes[Int.random(in: 0..<5, using: &generator)] =
            UInt8.random(in: .min ... .max, using: &generator)
        }
        guard let bodies = try? bodies(in: [bytes], with: &assembler) else { break }
        #expect(bodies.allSatisfy { !$0.isEmpty && $0.count <= Frame.largestBody })
      }
    }
  }
}
