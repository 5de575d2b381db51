/// One type of the seam in Swift, with its codec.
struct SwiftType {
  private let definition: SeamDefinition
  private let seam: Seam
  private let name: String

  init(_ definition: SeamDefinition, in seam: Seam) {
    self.definition = definition
    self.seam = seam
    name = SeamName.pascal(definition.name)
  }

  /// The text of its file, or `nil` for a type that has no name in Swift.
  var source: String? {
    guard !definition.isInline else { return nil }
    let lines: [String]
    switch definition.shape {
    case .alias: return nil
    case .record(let fields), .flags(let fields): lines = record(fields)
    case .variant(let cases), .enumeration(let cases): lines = enumeration(cases)
    case .result(let success, let failure): lines = enumeration([success, failure])
    }
    return SwiftLines.text(["public import MatterBytes", ""] + lines)
  }

  private var conformances: String {
    (definition.isError ? "Error, " : "") + "Equatable, Sendable"
  }

  // MARK: records

  private func record(_ fields: [SeamField]) -> [String] {
    var lines = SwiftLines.documentation(definition.documentation)
    lines.append("public struct \(name): \(conformances) {")
    for field in fields {
      lines += SwiftLines.documentation(field.documentation, indent: "  ")
      lines.append("  public var \(SeamName.swift(field.name)): \(seam.swiftName(field.use))")
    }
    lines += ["", "  public init" + parameters(of: fields)]
    lines += fields.map { "    self.\(SeamName.camel($0.name)) = \(SeamName.swift($0.name))" }
    lines += ["  }", "}", "", "extension \(name): SeamValue {"] + encodeHead
    lines += fields.map { "    try \(SeamName.swift($0.name)).encode(into: &output)" }
    lines += ["  }", "", decodeHead]
    lines += fields.map { "    \(SeamName.swift($0.name)) = try \(seam.swiftReader($0.use))" }
    return lines + ["  }", "}"]
  }

  private func parameters(of fields: [SeamField]) -> String {
    let parameters = fields.map { "\(SeamName.swift($0.name)): \(seam.swiftName($0.use))" }
    let line = "(" + parameters.joined(separator: ", ") + ") {"
    if "  public init".count + line.count <= SwiftLines.width { return line }
    return "(\n    " + parameters.joined(separator: ",\n    ") + "\n  ) {"
  }

  // MARK: enums

  private func enumeration(_ cases: [SeamCase]) -> [String] {
    var lines = SwiftLines.documentation(definition.documentation)
    lines.append("public enum \(name): \(conformances) {")
    for alternative in cases {
      lines += SwiftLines.documentation(alternative.documentation, indent: "  ")
      lines.append("  case \(SeamName.swift(alternative.name))\(payload(of: alternative))")
    }
    lines += ["}", "", "extension \(name): SeamValue {"] + encodeHead + ["    switch self {"]
    for (tag, alternative) in cases.enumerated() { lines += encoding(of: alternative, tag: tag) }
    lines += ["    }", "  }", "", decodeHead, "    switch try UInt8(from: &reader) {"]
    for (tag, alternative) in cases.enumerated() { lines += decoding(of: alternative, tag: tag) }
    lines += ["    default: throw .unknownCase", "    }", "  }", "}"]
    if cases.allSatisfy(\.payload.isNone) {
      lines += ["", "#if !hasFeature(Embedded)", "  extension \(name): CaseIterable {}", "#endif"]
    }
    return lines
  }

  private func payload(of alternative: SeamCase) -> String {
    switch alternative.payload {
    case .none: ""
    case .value(let use): "(\(seam.swiftName(use)))"
    case .fields(_, let fields):
      "("
        + fields.map { "\(SeamName.camel($0.name)): \(seam.swiftName($0.use))" }
        .joined(separator: ", ") + ")"
    }
  }

  private func encoding(of alternative: SeamCase, tag: Int) -> [String] {
    let tagLine = "      try output.append(\(tag))"
    let name = "    case .\(SeamName.camel(alternative.name))"
    switch alternative.payload {
    case .none: return [name + ":", tagLine]
    case .value:
      return [name + "(let value):", tagLine, "      try value.encode(into: &output)"]
    case .fields(_, let fields):
      let names = fields.map { SeamName.swift($0.name) }
      return [name + "(" + names.map { "let \($0)" }.joined(separator: ", ") + "):", tagLine]
        + names.map { "      try \($0).encode(into: &output)" }
    }
  }

  private func decoding(of alternative: SeamCase, tag: Int) -> [String] {
    let name = SeamName.camel(alternative.name)
    let arguments: [String]
    switch alternative.payload {
    case .none: return ["    case \(tag): self = .\(name)"]
    case .value(let use): arguments = [seam.swiftReader(use)]
    case .fields(_, let fields):
      arguments = fields.map { "\(SeamName.camel($0.name)): \(seam.swiftReader($0.use))" }
    }
    let line = "    case \(tag): self = try .\(name)(" + arguments.joined(separator: ", ") + ")"
    if line.count <= SwiftLines.width { return [line] }
    return ["    case \(tag):"]
      + SwiftLines.call("self = try .\(name)", arguments, indent: "      ")
  }

  private var encodeHead: [String] {
    [
      "  public func encode<let capacity: Int>(",
      "    into output: inout BoundedBytes<capacity>",
      "  ) throws(ByteError) {",
    ]
  }

  private var decodeHead: String {
    "  public init(from reader: inout ByteReader) throws(SeamError) {"
  }
}

extension SeamCase.Payload {
  var isNone: Bool {
    if case .none = self { true } else { false }
  }
}
