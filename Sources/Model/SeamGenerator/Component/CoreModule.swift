/// The interface of the core as a core module, which knows numbers only: an in-port is a function
/// that it exports, an out-port one that it imports, and there is nothing else.
///
/// A number, or one that may be absent, is passed as it is. Anything else lies in memory as the seam
/// encodes it: the host writes to the address that `input` gives and passes the length; the core
/// passes address and length.
struct CoreModule {
  /// What the out-ports are imported from.
  static let name = "matter-core"

  private let seam: Seam

  init(_ seam: Seam) {
    self.seam = seam
  }

  func parameters(of port: SeamPort) -> [FlatType] {
    guard let use = port.use else { return [] }
    switch seam.unaliased(use.type) {
    case .unsigned, .signed, .float, .boolean, .character: return seam.flatTypes(of: use)
    case .bytes, .string, .list, .named: return port.isInput ? [.i32] : [.i32, .i32]
    }
  }

  /// A line for each import and export, as `tools/wasm-interface` prints them.
  var interface: String {
    let imports = seam.outputs.map {
      "import function \(Self.name) \(SeamName.kebab($0.name)) \(signature(of: $0))"
    }
    let exports = seam.inputs.map {
      "export function \(SeamName.kebab($0.name)) \(signature(of: $0))"
    }
    return SwiftLines.text(
      imports + ["export memory memory", "export function input () -> (i32)"] + exports)
  }

  private func signature(of port: SeamPort) -> String {
    "(" + parameters(of: port).map(\.rawValue).joined(separator: ", ") + ") -> ()"
  }
}
