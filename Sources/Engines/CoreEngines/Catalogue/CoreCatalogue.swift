import OperatingSystem
import TraceFormat

/// Finds cores, and opens them: the one place that decides which bytes run as a core.
///
/// A core's file is read once. What was read is hashed, checked, and kept where nobody can change
/// it; this is what is started, as often as is wanted, whatever becomes of the file.
public enum CoreCatalogue {
  /// Opens a core.
  public static func open(_ choice: CoreChoice) throws(CoreStartError) -> OpenedCore {
    switch choice {
    case .native:
      return try openProgram(try read(pathBesideThisProgram("matter-core")), as: choice)
    case .inProcess:
      return try openThisProgram()
    case .wasm(let engine):
      let file = try read(WasmFolder.aboveThisProgram().module(engine.module))
      return try openModule(file, under: engine, as: choice)
    case .file(let path):
      let file = try read(path)
      guard WasmModule.begins(file.bytes) else { return try openProgram(file, as: choice) }
      return try openModule(file, under: nil, as: choice)
    }
  }

  /// Opens a module that is to run under this engine.
  package static func open(
    module path: String, under engine: WasmEngine
  ) throws(CoreStartError) -> OpenedCore {
    try openModule(try read(path), under: engine, as: .file(path: path))
  }

  /// The path of the file or folder of this name beside the running program.
  package static func pathBesideThisProgram(_ name: String) throws(CoreStartError) -> String {
    do throws(SystemError) {
      return try RunningProgram.sibling(name)
    } catch {
      throw .unreadable(path: RunningProgram.file, .system(error))
    }
  }

  private static func read(_ path: String) throws(CoreStartError) -> CoreFile {
    do throws(CoreReadError) {
      return try CoreFile(path: path)
    } catch {
      throw .unreadable(path: path, error)
    }
  }

  private static func openProgram(
    _ file: CoreFile, as choice: CoreChoice
  ) throws(CoreStartError) -> OpenedCore {
    guard file.isExecutable else { throw .notExecutable(path: file.path) }
    return OpenedCore(
      choice: choice, path: file.path,
      build: CoreBuild(hash: file.hash, sourcesHash: CoreSources.hash(of: file.path)),
      form: .process(.native(file.path, try file.sealed(), isOwn: choice == .native)))
  }

  /// - Parameter wanted: the engine; nil for the one that runs such a module.
  private static func openModule(
    _ file: CoreFile, under wanted: WasmEngine?, as choice: CoreChoice
  ) throws(CoreStartError) -> OpenedCore {
    let module: WasmModule
    let engine: WasmEngine
    do throws(ModuleFlaw) {
      module = try file.module()
      engine = try WasmEngine(running: module, wanted: wanted)
    } catch {
      throw .notACore(path: file.path, error)
    }
    let runtime = try WasmRuntime(engine)
    return OpenedCore(
      choice: choice, path: file.path,
      build: CoreBuild(
        hash: file.hash, sourcesHash: CoreSources.hash(of: file.path), engine: runtime.identity),
      module: module,
      form: .process(runtime.program(running: try file.sealed(), hash: file.hash)))
  }

  private static func openThisProgram() throws(CoreStartError) -> OpenedCore {
    do throws(SystemError) {
      return OpenedCore(
        choice: .inProcess, path: RunningProgram.file,
        build: CoreBuild(
          hash: try CoreHash.ofRunningProgram(),
          sourcesHash: CoreSources.hash(of: try RunningProgram.path())), form: .library)
    } catch {
      throw .unreadable(path: RunningProgram.file, .system(error))
    }
  }
}
