import OperatingSystem

/// What a core process is started from.
package struct CoreProgram: Sendable {
  /// What is run: the core itself, or an engine.
  let executable: String
  /// What messages and the system's list of processes call it.
  let name: String
  let arguments: [String]
  /// What holds the core. The process inherits it.
  let core: SealedFile
  /// What the process must say that it has loaded, before anything else; nil where it says nothing.
  let reportedHash: [UInt8]?

  /// A program that is a core.
  /// - Parameter path: the file from which it was read.
  static func native(_ path: String, _ core: SealedFile) -> CoreProgram {
    CoreProgram(
      executable: core.path, name: path, arguments: [], core: core, reportedHash: nil)
  }

  /// Starts the process.
  func start() throws(CoreStartError) -> ChildProcess {
    do throws(SystemError) {
      return try ChildProcess(
        path: executable, name: name, arguments: arguments, inheriting: core.descriptor)
    } catch {
      throw .notStarted(path: name, error)
    }
  }
}
