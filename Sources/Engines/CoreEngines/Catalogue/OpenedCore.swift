public import OperatingSystem
public import TraceFormat

/// A core whose bytes are fixed: which build it is, and what is started, are the same bytes.
public struct OpenedCore: Sendable {
  /// As what it was asked for.
  public let choice: CoreChoice
  /// The file that was read.
  public let path: String
  public let build: CoreBuild
  /// What a WebAssembly core says of itself; nil for any other.
  package let module: WasmModule?
  private let form: Form

  /// As what it runs.
  package enum Form: Sendable {
    case process(CoreProgram)
    /// In this process.
    case library
  }

  package init(
    choice: CoreChoice, path: String, build: CoreBuild, module: WasmModule? = nil, form: Form
  ) {
    self.choice = choice
    self.path = path
    self.build = build
    self.module = module
    self.form = form
  }

  /// A new core, in the state in which every core begins.
  /// - Parameter tellingSteps: whether the client wants to hear when each step has ended. WasmKit
  ///   and programs from elsewhere cannot tell, however.
  /// - Throws: `notStarted`.
  public func start(
    on loop: EventLoop, tellingSteps: Bool = false
  ) throws(CoreStartError) -> any CoreEngine {
    switch form {
    case .process(let program):
      try CoreProcess(program, tellingSteps: tellingSteps, loop: loop)
    case .library: InProcessCore()
    }
  }
}
