import CoreDriver
import MatterWire
import Testing

/// Valid inputs with faults put in, given to every reader: none traps, all end, and what is still
/// accepted says the same when it is written and read again.
struct MutationTests {
  static let originals: [[UInt8]] =
    PASEMessageKind.allCases.map { $0.tree.encoded }
    + [
      KnownMessages.requestBytes, KnownMessages.responseBytes, KnownMessages.chipRequestBytes,
      hex("04 0000 20 01000000 7ea0c8a7cb6a6352 0300 aabbcc 1f20 d364 f1ff 0000 01020304 0100 ee"),
      hex("07 3412 61 78563412 0807060504030201 cdab 0100 00 0520d3640000"),
      hex("0800 00000000 0400 f401"),
      [0x17] + tlvExamples.flatMap { hex($0.1) } + [0x18],
      Array(repeating: 0x16, count: 16) + Array(repeating: 0x18, count: 16),
    ]

  @Test(arguments: 0..<20)
  func noMutatedInputTrapsAReader(part: Int) throws {
    let seed = 0x6d75_7461_7465 + UInt64(part)
    var generator = SplitMix64(seed: seed)
    for run in 0..<10_000 {
      let input = generator.mutated(Self.originals.randomElement(using: &generator)!)
      do {
        try readEverything(input)
      } catch {
        Issue.record("\(error): seed \(seed) run \(run) input \(hexText(input))")
      }
    }
  }

  /// Fails only when something accepted does not survive being written.
  private func readEverything(_ input: [UInt8]) throws {
    try readTLV(input)
    for kind in PASEMessageKind.allCases {
      guard let once = try? kind.rewritten(input) else { continue }
      try require(kind.rewritten(once) == once)
    }
    if let message = try? MessageHeader.parse(input.span) {
      try require(message.headerLength <= message.payloadOffset)
      try require(message.payloadOffset <= input.count)
      _ = try? ProtocolHeader.parse(input.span.extracting(message.payloadOffset...))
      let bytes = written { out in message.header.write(into: &out) }
      try require(bytes.count <= message.headerLength)
    }
    if let message = try? ProtocolHeader.parse(input.span) {
      try require(message.payloadOffset <= input.count)
      let bytes = written { out in message.header.write(into: &out) }
      try require(bytes.count <= message.payloadOffset)
    }
    if let report = try? StatusReport.parse(input.span) {
      let bytes = written { out in report.write(into: &out) }
      try require(StatusReport.parse(bytes.span) == report)
    }
  }

  private func readTLV(_ input: [UInt8]) throws {
    var reader = TLVReader(input.span)
    var isAtEnd = false
    while !isAtEnd {
      do throws(TLVError) {
        isAtEnd = try reader.next() == nil
      } catch {
        isAtEnd = true
      }
      try require(reader.stepCount <= reader.offset)
      try require(reader.depth <= 16)
    }
    try require(reader.offset <= input.count)
  }

  private struct Broken: Error {}

  private func require(_ condition: Bool) throws {
    guard condition else { throw Broken() }
  }
}

extension SplitMix64 {
  /// `bytes` with one to four faults.
  fileprivate mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &self) {
      let index = Int.random(in: 0..<max(bytes.count, 1), using: &self)
      switch Int.random(in: 0...6, using: &self) {
      case 0 where index < bytes.count: bytes[index] ^= 1 << UInt8.random(in: 0...7, using: &self)
      case 1 where index < bytes.count: bytes[index] = UInt8.random(in: 0...255, using: &self)
      case 2 where index < bytes.count:
        bytes[index] = [0, 0x13, 0x15, 0x18, 0x7F, 0x80, 0xFF].randomElement(using: &self)!
      case 3: bytes = Array(bytes[..<min(index, bytes.count)])
      case 4 where index < bytes.count: bytes.remove(at: index)
      case 5: bytes.insert(UInt8.random(in: 0...255, using: &self), at: min(index, bytes.count))
      default: bytes += bytes[min(index, bytes.count)...].prefix(40)
      }
    }
    return bytes
  }
}
