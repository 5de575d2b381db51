/// Makes the tests of the codec: what of each type survives it, and what it refuses.
///
/// The tests rest on helpers that are written by hand: `SeamSample` and the expectations.
package struct SwiftTestGenerator {
  /// Where the files go.
  package static let folder = "Tests/CoreSeamTests/Generated"

  private let seam: Seam

  package init(_ seam: Seam) {
    self.seam = seam
  }

  package func files() -> [GeneratedFile] {
    [
      GeneratedFile(
        path: Self.folder + "/SeamSamples.swift", text: SwiftGenerator.header + samples),
      GeneratedFile(path: Self.folder + "/CodecTests.swift", text: SwiftGenerator.header + tests),
    ]
  }

  /// The definitions that have a type in Swift.
  private var types: [SeamDefinition] {
    seam.definitions.filter { definition in
      if case .alias = definition.shape { return false }
      return !definition.isInline
    }
  }

  // MARK: samples

  private var samples: String {
    var lines = ["import CoreSeam", "import MatterBytes"]
    for definition in types {
      let name = SeamName.pascal(definition.name)
      lines += ["", "extension \(name): SeamSample {", "  static var samples: [\(name)] {"]
      switch definition.shape {
      case .alias: break
      case .record(let fields), .flags(let fields):
        lines.append("    [")
        for end in ["low", "high"] {
          lines += SwiftLines.call(name, arguments(fields, end), indent: "      ", end: ",")
        }
        lines.append("    ]")
      case .variant(let cases), .enumeration(let cases): lines += list(of: cases)
      case .result(let success, let failure): lines += list(of: [success, failure])
      }
      lines += ["  }", "}"]
    }
    for isInput in [true, false] { lines += events(isInput: isInput) }
    return SwiftLines.text(lines)
  }

  private func arguments(_ fields: [SeamField], _ end: String) -> [String] {
    fields.map { "\(SeamName.camel($0.name)): .\(end)" }
  }

  private func list(of cases: [SeamCase]) -> [String] {
    var lines = ["    ["]
    for alternative in cases {
      let name = ".\(SeamName.camel(alternative.name))"
      switch alternative.payload {
      case .none: lines.append("      \(name),")
      case .value:
        lines += ["low", "high"].map { "      \(name)(.\($0))," }
      case .fields(_, let fields):
        for end in ["low", "high"] {
          lines += SwiftLines.call(name, arguments(fields, end), indent: "      ", end: ",")
        }
      }
    }
    return lines + ["    ]"]
  }

  private func events(isInput: Bool) -> [String] {
    let name = isInput ? "InEvent" : "OutEvent"
    var lines = ["", "extension \(name): EventSample {", "  static var samples: [\(name)] {"]
    lines.append("    var samples: [\(name)] = []")
    for port in isInput ? seam.inputs : seam.outputs {
      guard let use = port.use else { continue }
      lines.append("    for value in \(seam.swiftSampled(use)).samples {")
      lines.append("      samples.append(.\(SeamName.swiftCase(of: port))(value))")
      lines.append("    }")
    }
    return lines + ["    return samples", "  }", "}"]
  }

  // MARK: tests

  private var tests: String {
    var lines = ["import CoreSeam", "import MatterBytes", "import Testing", ""]
    lines.append("struct CodecTests {")
    for definition in types {
      let name = SeamName.pascal(definition.name)
      let lower = SeamName.camel(definition.name)
      lines += [
        "  @Test func \(lower)SurvivesItsEncoding() throws {",
        "    try expectRoundTrips(of: \(name).self)", "  }", "",
        "  @Test func \(lower)CutShortIsRefused() throws {",
        "    try expectTruncationsAreRefused(of: \(name).self)", "  }", "",
      ]
      guard let count = definition.caseCount else { continue }
      lines += [
        "  @Test func \(lower)OfAnUnknownCaseIsRefused() {",
        "    expectUnknownCasesAreRefused(by: \(name).self, from: \(count))", "  }", "",
      ]
    }
    for capacity in capacities {
      lines += [
        "  @Test func moreThan\(capacity)BytesAreRefused() {",
        "    expectTooManyBytesAreRefused(by: BoundedBytes<\(capacity)>.self, capacity: \(capacity))",
        "  }", "",
      ]
    }
    for name in ["InEvent", "OutEvent"] {
      let lower = name.prefix(1).lowercased() + name.dropFirst()
      lines += [
        "  @Test func \(lower)sSurviveTheirFrames() throws {",
        "    try expectFramesRoundTrip(of: \(name).self)", "  }", "",
      ]
    }
    lines += [
      "  @Test func theLongestFrameHasTheModelledLength() throws {",
      "    let frames = InEvent.samples.map { $0.frame() } + OutEvent.samples.map { $0.frame() }",
      "    let longest = frames.map { $0.bytes.count - Frame.lengthSize }.max()",
      "    #expect(longest == \(seam.largestBody))",
      "    #expect(Frame.largestBody == \(seam.largestBody))", "  }", "}",
    ]
    return SwiftLines.text(lines)
  }

  /// The capacities of all byte strings, each once.
  private var capacities: [Int] {
    let found = seam.definitions.compactMap { definition -> Int? in
      guard case .alias(.bytes(let capacity)) = definition.shape else { return nil }
      return capacity
    }
    return Set(found).sorted()
  }
}

extension Seam {
  /// A type as the samples name it.
  fileprivate func swiftSampled(_ use: SeamTypeUse) -> String {
    let plain = swiftName(SeamTypeUse(type: use.type, isOptional: false))
    return use.isOptional ? "Optional<\(plain)>" : plain
  }
}

extension SeamDefinition {
  /// How many cases it has; none for what is no choice.
  var caseCount: Int? {
    switch shape {
    case .alias, .record, .flags: nil
    case .variant(let cases), .enumeration(let cases): cases.count
    case .result: 2
    }
  }
}
