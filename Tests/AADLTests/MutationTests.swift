import AADL
import CoreDriver
import Testing

struct MutationTests {
  /// Texts that together have every form of the language that the parser reads.
  private static let seeds = [Samples.everything, Samples.propertySet, Samples.flows]

  @Test(arguments: 0..<8)
  func mutatedTextsAreReadWithoutATrapAndComeBack(_ part: Int) {
    let seed = UInt64(part) &+ 2026
    var generator = SplitMix64(seed: seed)
    for round in 0..<12_500 {
      let bytes = Self.mutated(Self.seeds[round % Self.seeds.count], using: &generator)
      let source = SourceText(name: "mutant", bytes: bytes)
      let parsed = Parser.parse(source)
      if parsed.tree.bytes != bytes {
        Issue.record("seed \(seed), round \(round): the tree is not the text")
        return
      }
      if round.isMultiple(of: 10) { Self.use(source) }
    }
  }

  /// What comes after parsing must not trap either, nor what is said about it.
  private static func use(_ source: SourceText) {
    let model = Model([source])
    for diagnostic in model.diagnostics { _ = diagnostic.text }
    for index in model.implementations.indices {
      for diagnostic in Instantiation.instance(of: index, in: model).diagnostics {
        _ = diagnostic.text
      }
    }
  }

  private static func mutated(
    _ text: String, using generator: inout SplitMix64
  ) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      guard !bytes.isEmpty else { break }
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.insert(contentsOf: words.randomElement(using: &generator)!.utf8, at: place)
      case 4: bytes.removeLast(bytes.count - place)
      default:
        let other = Int.random(in: 0..<bytes.count, using: &generator)
        bytes.swapAt(place, other)
      }
    }
    return bytes
  }

  private static let words = [
    " end ", ";", " => ", "(", ")", "{", "}", "[", "]", "::", ".", "..", "\"", "{**", "**}", "--",
    " features ", " in ", " out ", " properties ", " implementation ", " extends ", " 1 ", "\n",
    " subcomponents ", " 9999999999999999999999 ", " 16#zz# ", " -[ ", " ]-> ", " none ",
    " thread ",
  ]
}
