/// The events of the core in Swift: one case for each port of a direction.
///
/// In-ports are numbered from 1, out-ports from 129, in the order of the model.
struct SwiftPorts {
  private let seam: Seam
  private let isInput: Bool

  init(_ seam: Seam, isInput: Bool) {
    self.seam = seam
    self.isInput = isInput
  }

  private var ports: [SeamPort] { isInput ? seam.inputs : seam.outputs }
  private var name: String { isInput ? "InEvent" : "OutEvent" }

  var source: String {
    let carriesBytes = ports.contains { port in
      guard let use = port.use else { return false }
      if case .bytes = seam.unaliased(use.type) { return true }
      return false
    }
    let purpose = isInput ? "What the core can be given" : "What the core can emit"
    var lines = [
      carriesBytes ? "public import MatterBytes" : "import MatterBytes", "",
      "/// \(purpose): one value at one of its \(isInput ? "in" : "out")-ports.",
      "public enum \(name): Equatable, Sendable {",
    ]
    for port in ports {
      lines += SwiftLines.documentation(port.documentation, indent: "  ")
      if !port.documentation.isEmpty { lines.append("  ///") }
      lines.append("  /// The port `\(port.name)`.")
      lines.append("  case \(SeamName.swiftCase(of: port))\(payload(of: port))")
    }
    lines += ["}", "", "extension \(name) {", "  private enum Port {"]
    for (index, port) in ports.enumerated() {
      let tag = String(index + (isInput ? 0x01 : 0x81), radix: 16)
      let digits = String(repeating: "0", count: 2 - tag.count) + tag
      lines.append("    static let \(SeamName.swiftCase(of: port)): UInt8 = 0x\(digits)")
    }
    return SwiftLines.text(lines + ["  }", ""] + frame + [""] + reader + ["}"] + aliases)
  }

  private func payload(of port: SeamPort) -> String {
    guard let use = port.use else { return "" }
    return "(\(alias(of: port) ?? seam.swiftName(use)))"
  }

  /// The port's name as a name for its type, so that the compiler names the port when the code
  /// takes it for another; none where a type of the seam has that name.
  private func alias(of port: SeamPort) -> String? {
    let name = SeamName.pascal(port.name)
    let isTaken = seam.definitions.contains { SeamName.pascal($0.name) == name }
    return port.use == nil || isTaken ? nil : name
  }

  private var aliases: [String] {
    ports.flatMap { port -> [String] in
      guard let name = alias(of: port), let use = port.use else { return [] }
      return [
        "", "/// What the port `\(port.name)` carries.",
        "public typealias \(name) = \(seam.swiftName(use))",
      ]
    }
  }

  private var frame: [String] {
    var lines = ["  /// The frame that carries the event.", "  public func frame() -> Frame {"]
    lines.append("    switch self {")
    for port in ports {
      let name = SeamName.swiftCase(of: port)
      lines.append("    case .\(name)(let value): Frame(port: Port.\(name), value: value)")
    }
    return lines + ["    }", "  }"]
  }

  private var reader: [String] {
    var lines = [
      "  /// Reads the body of a frame: port and value.",
      "  public init(frameBody: Span<UInt8>) throws(SeamError) {",
      "    var reader = ByteReader(frameBody)",
      "    let port: UInt8",
      "    do { port = try reader.readByte() } catch { throw .emptyFrame }",
      "    switch port {",
    ]
    for port in ports {
      guard let use = port.use else { continue }
      let name = SeamName.swiftCase(of: port)
      lines.append(
        "    case Port.\(name): self = .\(name)(try \(seam.swiftReader(use)))")
    }
    return lines + [
      "    default: throw .unknownPort", "    }",
      "    guard reader.remaining == 0 else { throw .trailingBytes }", "  }",
    ]
  }
}
