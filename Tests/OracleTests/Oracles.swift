import ReferencePASE
import Testing

/// Both libraries, each to be asked about the same random cases.
struct Oracles {
  let all: [ReferenceCrypto]

  init() throws {
    all = try ReferenceLibrary.allCases.map { try ReferenceCrypto($0) }
  }

  /// Runs `body` for `count` cases whose inputs follow from the seed, with a name for the case to
  /// be shown when it fails; the first failure ends it.
  func cases(
    _ count: Int, seed: UInt64, _ body: (inout SeededGenerator, String) throws -> Void
  ) rethrows {
    for index in 0..<UInt64(count) {
      var random = SeededGenerator(seed: seed << 32 | index)
      try body(&random, "seed \(seed), case \(index)")
    }
  }

  /// Requires of each library that it gives `output` too.
  func require(
    _ output: [UInt8], in name: String, location: SourceLocation = #_sourceLocation,
    from library: (ReferenceCrypto) throws -> [UInt8]
  ) throws {
    for oracle in all {
      let expected = try library(oracle)
      try #require(output == expected, "\(oracle.library), \(name)", sourceLocation: location)
    }
  }
}

extension SeededGenerator {
  /// A length up to `limit` that is often short and often at a boundary of blocks.
  mutating func length(upTo limit: Int) -> Int {
    let boundaries = [0, 1, 15, 16, 17, 31, 32, 33, 55, 56, 63, 64, 65, 119, 128]
    let length =
      Bool.random(using: &self)
      ? boundaries.randomElement(using: &self)! : Int.random(in: 0...limit, using: &self)
    return min(length, limit)
  }
}
