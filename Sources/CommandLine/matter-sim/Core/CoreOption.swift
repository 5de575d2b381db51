import CommandLineInterface
import CoreEngines

extension SharedOptions {
  static let core = Option(
    "core", value: "native|inprocess|wasm|PATH",
    summary: "which build of the verified core to run; wasm:wasmkit for another engine",
    parser: .core
  ).defaulting(to: CoreChoice.native, shownAs: "\(CoreChoice.native)")
}

extension ValueParser<CoreChoice> {
  /// A name, or a path, which has a slash.
  static let core = ValueParser { (text) throws(ValueProblem) in
    if text == "wasm" { return .wasm(.wasmtime) }
    if let named = CoreChoice.named.first(where: { "\($0)" == text }) { return named }
    guard text.contains("/") else {
      throw ValueProblem(
        "this is native, inprocess, wasm, wasm:wasmtime, wasm:wasmkit, or the path of a program "
          + "or module, such as ./core")
    }
    return .file(path: text)
  }
}
