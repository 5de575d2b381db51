/// One type of the seam, lifted from the canonical ABI and lowered to it.
struct CanonicalType {
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
    let body: [String]
    switch definition.shape {
    case .alias: return nil
    case .record(let fields): body = record(fields)
    case .flags(let fields): body = flags(fields)
    case .variant(let cases), .enumeration(let cases): body = enumeration(cases)
    case .result(let success, let failure): body = enumeration([success, failure])
    }
    let count = seam.flatTypes(of: definition).count
    return SwiftLines.text(
      [
        "public import CoreSeam", "import MatterBytes", "", "extension \(name): CanonicalValue {",
        "  public static var slotCount: Int { \(count) }", "",
      ] + body + ["}"])
  }

  private static let liftHead =
    "  public init(lifting reader: inout FlatReader) throws(CanonicalError) {"
  private static let lowerHead =
    "  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {"

  private func record(_ fields: [SeamField]) -> [String] {
    let arguments = fields.map { "\(SeamName.camel($0.name)): \(seam.swiftLift($0.use))" }
    return [Self.liftHead] + SwiftLines.call("try self.init", arguments, indent: "    ")
      + ["  }", "", Self.lowerHead]
      + fields.map { "    try \(SeamName.swift($0.name)).lower(into: &writer)" } + ["  }"]
  }

  private func flags(_ fields: [SeamField]) -> [String] {
    let arguments = fields.enumerated().map { bit, field in
      "\(SeamName.camel(field.name)): bits & \(1 << bit) != 0"
    }
    return [Self.liftHead, "    let bits = reader.readSlot()"]
      + SwiftLines.call("self.init", arguments, indent: "    ")
      + ["  }", "", Self.lowerHead, "    var bits: UInt64 = 0"]
      + fields.enumerated().map { bit, field in
        "    if \(SeamName.swift(field.name)) { bits |= \(1 << bit) }"
      } + ["    writer.append(bits)", "  }"]
  }

  private func enumeration(_ cases: [SeamCase]) -> [String] {
    let hasPayload = !cases.allSatisfy(\.payload.isNone)
    var lines = [Self.liftHead]
    if hasPayload { lines.append("    let end = reader.index + Self.slotCount") }
    lines.append("    switch reader.readSlot() {")
    for (tag, alternative) in cases.enumerated() { lines += lift(alternative, tag: tag) }
    lines += ["    default: throw .unknownCase", "    }"]
    if hasPayload { lines.append("    reader.skip(to: end)") }
    lines += ["  }", "", Self.lowerHead]
    if hasPayload { lines.append("    let end = writer.values.count + Self.slotCount") }
    lines.append("    switch self {")
    for (tag, alternative) in cases.enumerated() { lines += lower(alternative, tag: tag) }
    lines.append("    }")
    if hasPayload { lines.append("    writer.pad(to: end)") }
    return lines + ["  }"]
  }

  private func lift(_ alternative: SeamCase, tag: Int) -> [String] {
    let name = SeamName.camel(alternative.name)
    let arguments: [String]
    switch alternative.payload {
    case .none: return ["    case \(tag): self = .\(name)"]
    case .value(let use): arguments = [seam.swiftLift(use)]
    case .fields(_, let fields):
      arguments = fields.map { "\(SeamName.camel($0.name)): \(seam.swiftLift($0.use))" }
    }
    let line = "    case \(tag): self = try .\(name)(" + arguments.joined(separator: ", ") + ")"
    if line.count <= SwiftLines.width { return [line] }
    return ["    case \(tag):"]
      + SwiftLines.call("self = try .\(name)", arguments, indent: "      ")
  }

  private func lower(_ alternative: SeamCase, tag: Int) -> [String] {
    let tagLine = "      writer.append(\(tag))"
    let name = "    case .\(SeamName.camel(alternative.name))"
    switch alternative.payload {
    case .none: return [name + ":", tagLine]
    case .value: return [name + "(let value):", tagLine, "      try value.lower(into: &writer)"]
    case .fields(_, let fields):
      let names = fields.map { SeamName.swift($0.name) }
      return [name + "(" + names.map { "let \($0)" }.joined(separator: ", ") + "):", tagLine]
        + names.map { "      try \($0).lower(into: &writer)" }
    }
  }
}

extension Seam {
  /// The initializer that lifts a value of the type.
  fileprivate func swiftLift(_ use: SeamTypeUse) -> String {
    let name = swiftName(SeamTypeUse(type: use.type, isOptional: false))
    return (use.isOptional ? "Optional<\(name)>" : name) + "(lifting: &reader)"
  }
}
