/// Which build of the verified core a party runs.
package enum CoreKind: Equatable, Sendable {
  /// The process `matter-core` beside this program.
  case native
  /// The core as a library, in the host's own process.
  case inprocess
  /// The core as WebAssembly, under one of its engines.
  case wasm(Engine)
  /// Another program that speaks as `matter-core` does.
  case program(path: String)

  /// What runs WebAssembly.
  package enum Engine: Equatable, Sendable {
    case wasmtime
    case wasmkit
  }
}

extension ValueParser<CoreKind> {
  /// A name, or a path, which has a slash.
  package static let core = ValueParser { (text) throws(ValueProblem) in
    switch text {
    case "native": .native
    case "inprocess": .inprocess
    case "wasm", "wasm:wasmtime": .wasm(.wasmtime)
    case "wasm:wasmkit": .wasm(.wasmkit)
    case _ where text.contains("/"): .program(path: text)
    default:
      throw ValueProblem(
        "this is native, inprocess, wasm, wasm:wasmtime, wasm:wasmkit, or the path of a program, "
          + "such as ./core")
    }
  }
}
