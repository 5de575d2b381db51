/// The ports of the core as functions of a WebAssembly module, and the fuel of a step, for the host.
package struct WebAssemblyPorts {
  /// Where the file goes.
  package static let folder = "Sources/Engines/CoreEngines/WebAssembly/Generated"

  private let seam: Seam
  private let fuelPerStep: UInt64

  /// Nil for a seam without fuel, which is not meant for WebAssembly.
  init?(_ seam: Seam) {
    guard let fuel = seam.fuelPerStep else { return nil }
    self.seam = seam
    fuelPerStep = fuel
  }

  var file: GeneratedFile {
    GeneratedFile(
      path: "\(Self.folder)/CoreInterface+Ports.swift",
      text: SwiftGenerator.header + SwiftLines.text(lines))
  }

  private var lines: [String] {
    [
      "", "extension CoreInterface {",
      "  /// The fuel that a step may use, about an instruction of WebAssembly a unit.",
      "  package static let fuelPerStep: UInt64 = \(SwiftLines.grouped(fuelPerStep))", "",
      "  /// What a module of the core exports.",
    ] + table("inPorts", seam.inputs, firstTag: 0x01) + [
      "", "  /// What a module of the core imports.",
    ] + table("outPorts", seam.outputs, firstTag: 0x81) + ["}"]
  }

  private func table(_ name: String, _ ports: [SeamPort], firstTag: Int) -> [String] {
    var lines = ["  package static let \(name): [CorePort] = ["]
    for (index, port) in ports.enumerated() {
      let tag = String(index + firstTag, radix: 16)
      let digits = String(repeating: "0", count: 2 - tag.count) + tag
      lines.append(
        "    CorePort(tag: 0x\(digits), name: \"\(SeamName.kebab(port.name))\", "
          + "value: \(value(port))),")
    }
    return lines + ["  ]"]
  }

  /// How a value comes to the core, or from it.
  private func value(_ port: SeamPort) -> String {
    guard let use = port.use else { return ".encoded" }
    switch seam.unaliased(use.type) {
    case .unsigned(let bits):
      return use.isOptional ? ".optionalNumber(bytes: \(bits / 8))" : ".number(bytes: \(bits / 8))"
    case .bytes where !use.isOptional: return ".bytes"
    case .bytes, .signed, .float, .boolean, .character, .string, .list, .named: return ".encoded"
    }
  }
}
