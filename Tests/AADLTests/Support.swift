import AADL

/// `line:column: error: message` of everything that is wrong with a text.
func findings(in text: String) -> [String] {
  Model([SourceText(name: "m.aadl", text: text)]).diagnostics.map(\.summary).map {
    String($0.dropFirst("m.aadl:".count))
  }
}

/// The same of putting one implementation of the text together.
func findings(instantiating name: String, of text: String) -> [String] {
  let model = Model([SourceText(name: "m.aadl", text: text)])
  guard
    case .implementation(let index)? = model.classifier(package: "P", name: name)
  else { return ["there is no \(name)"] }
  return (model.diagnostics + Instantiation.instance(of: index, in: model).diagnostics).map {
    String($0.summary.dropFirst("m.aadl:".count))
  }
}

/// SplitMix64: a repeatable stream. Print its seed with every failure.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
