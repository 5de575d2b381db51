import Glibc

/// `libwasmtime`, opened at run time: its functions by their names.
///
/// What they take through pointers has the layouts of one version of the library, those of
/// `WasmtimeLayout`; `WasmtimeEngine` makes the library say which version it is before it is used.
@safe
struct WasmtimeLibrary {
  private let handle: UnsafeMutableRawPointer

  /// - Throws: `unreadableLibrary` with what the system's loader says.
  init(path: String) throws(WasmtimeError) {
    guard let handle = unsafe dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      throw .unreadableLibrary(Self.loaderError)
    }
    unsafe self.handle = unsafe handle
  }

  /// The function of this name.
  /// - Parameter type: its C type; nothing checks that it is this one.
  /// - Throws: `missingFunction`.
  @unsafe
  func function<Function>(
    _ name: String, as type: Function.Type = Function.self
  ) throws(WasmtimeError) -> Function {
    guard let symbol = unsafe dlsym(handle, name) else { throw .missingFunction(name) }
    return unsafe unsafeBitCast(symbol, to: type)
  }

  private static var loaderError: String {
    guard let text = unsafe dlerror() else { return "it is no library" }
    return unsafe String(cString: text)
  }
}
