package import AADL

/// Makes the Swift side of the seam: the port types and their frame codec.
package struct SwiftGenerator {
  /// Where the files go.
  package static let folder = "Sources/Core/CoreSeam/Generated"
  static let header =
    "// Generated from aadl/; change the model, then run `matter-sim model swift`.\n"

  private let seam: Seam

  package init(_ seam: Seam) {
    self.seam = seam
  }

  /// What the model says and the heap-free codec cannot: with any of these, no file is made.
  package var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    for definition in seam.definitions {
      switch definition.shape {
      case .record(let fields), .flags(let fields):
        for field in fields { check(field.use, at: field.location, &found) }
      case .variant(let cases), .enumeration(let cases):
        for alternative in cases { check(alternative, &found) }
      case .result(let success, let failure):
        check(success, &found)
        check(failure, &found)
      case .alias(let type):
        check(SeamTypeUse(type: type, isOptional: false), at: definition.location, &found)
      }
    }
    for port in seam.ports {
      guard let use = port.use else {
        found.append(
          Diagnostic("a port without data has no value for a frame", at: port.location))
        continue
      }
      check(use, at: port.location, &found)
    }
    return found.sorted()
  }

  package func files() -> [GeneratedFile] {
    let types = seam.definitions.compactMap { definition in
      SwiftType(definition, in: seam).source.map {
        file(SeamName.pascal(definition.name), $0)
      }
    }
    return types + [
      file("InEvent", SwiftPorts(seam, isInput: true).source),
      file("OutEvent", SwiftPorts(seam, isInput: false).source),
      file("FrameBytes", frameBytes),
    ] + [WebAssemblyPorts(seam)?.file].compactMap { $0 }
  }

  private func file(_ name: String, _ text: String) -> GeneratedFile {
    GeneratedFile(path: "\(Self.folder)/\(name).swift", text: Self.header + text)
  }

  private var frameBytes: String {
    """
    public import MatterBytes

    /// The storage of a frame: its length, and the longest body.
    public typealias FrameBytes = BoundedBytes<\(seam.largestBody + 4)>

    extension Frame {
      /// The longest body: the port, and the largest value that any port carries.
      public static let largestBody = \(seam.largestBody)
    }

    """
  }

  private func check(_ alternative: SeamCase, _ found: inout [Diagnostic]) {
    switch alternative.payload {
    case .none: break
    case .value(let use): check(use, at: alternative.location, &found)
    case .fields(_, let fields):
      for field in fields { check(field.use, at: field.location, &found) }
    }
  }

  private func check(_ use: SeamTypeUse, at location: SourceLocation, _ found: inout [Diagnostic]) {
    let what: String
    switch use.type {
    case .unsigned, .boolean, .bytes, .named: return
    case .signed: what = "signed integers"
    case .float: what = "floating-point numbers"
    case .character: what = "characters"
    case .string: what = "strings"
    case .list: what = "lists of anything but bytes"
    }
    found.append(Diagnostic("the heap-free Swift seam has no \(what)", at: location))
  }
}

extension Seam {
  /// A type as Swift writes it.
  func swiftName(_ use: SeamTypeUse) -> String {
    swiftName(use.type) + (use.isOptional ? "?" : "")
  }

  /// The initializer that reads a value of the type.
  func swiftReader(_ use: SeamTypeUse) -> String {
    let name = swiftName(use.type)
    return (use.isOptional ? "Optional<\(name)>" : name) + "(from: &reader)"
  }

  private func swiftName(_ type: SeamType) -> String {
    switch unaliased(type) {
    case .unsigned(let bits): "UInt\(bits)"
    case .signed(let bits): "Int\(bits)"
    case .float(let bits): bits == 32 ? "Float" : "Double"
    case .boolean: "Bool"
    case .character: "Unicode.Scalar"
    case .string: "String"
    case .bytes(let capacity): "BoundedBytes<\(capacity)>"
    case .list(let element, _): "[\(swiftName(element))]"
    case .named(let name): SeamName.pascal(name)
    }
  }
}
