import Glibc
public import OperatingSystem

/// Which core a party uses.
public enum CoreChoice: Equatable, Sendable {
  /// The program `matter-core` in the folder of the running program.
  case native
  /// The core as a library in this process.
  case inProcess
  /// The core as a WebAssembly module, in a process of its own under an engine.
  case wasm(WasmEngine)
  /// Another program that speaks as `matter-core` does.
  case program(path: String)

  /// A new core.
  public func start(on loop: EventLoop) throws(CoreStartError) -> any CoreEngine {
    switch self {
    case .native: try CoreProcess(path: Self.pathBesideThisProgram("matter-core"), loop: loop)
    case .inProcess: InProcessCore()
    case .wasm(let engine): try CoreProcess(WasmRuntime.find(engine), loop: loop)
    case .program(let path): try CoreProcess(path: path, loop: loop)
    }
  }

  /// The path of a program in the folder of the running one.
  package static func pathBesideThisProgram(
    _ name: String
  ) throws(CoreStartError) -> String {
    let link = "/proc/self/exe"
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe readlink(link, buffer.assumingMemoryBound(to: CChar.self).baseAddress!, buffer.count)
    }
    guard count > 0 else { throw .program(path: link, .last) }
    let path = String(decoding: bytes.prefix(count), as: UTF8.self)
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    return folder + "/" + name
  }
}
