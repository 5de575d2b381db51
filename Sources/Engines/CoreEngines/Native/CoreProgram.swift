import OperatingSystem

/// What a core process is started from.
package struct CoreProgram: Sendable {
  /// Whether the process tells when each step has ended.
  enum StepTelling: Sendable {
    /// It always does.
    case always
    /// It does when this is among its arguments.
    case asked(by: String)
    /// It does not understand that question.
    case never
  }

  /// What is run: the core itself, or an engine.
  let executable: String
  /// What messages and the system's list of processes call it.
  let name: String
  let arguments: [String]
  /// What holds the core. The process inherits it.
  let core: SealedFile
  /// What the process must say that it has loaded, before anything else; nil where it says nothing.
  let reportedHash: [UInt8]?
  let stepTelling: StepTelling

  /// A program that is a core.
  /// - Parameters:
  ///   - path: the file from which it was read.
  ///   - isOwn: whether it is the `matter-core` of this package, which can tell its steps.
  static func native(_ path: String, _ core: SealedFile, isOwn: Bool) -> CoreProgram {
    CoreProgram(
      executable: core.path, name: path, arguments: [], core: core, reportedHash: nil,
      stepTelling: isOwn ? .asked(by: "--report-steps") : .never)
  }

  /// Whether the process tells its steps, if it is asked to or not.
  func tellsSteps(whenAsked isAsked: Bool) -> Bool {
    switch stepTelling {
    case .always: true
    case .asked: isAsked
    case .never: false
    }
  }

  /// Starts the process.
  func start(tellingSteps: Bool) throws(CoreStartError) -> ChildProcess {
    var arguments = arguments
    if case .asked(let question) = stepTelling, tellingSteps { arguments.append(question) }
    do throws(SystemError) {
      return try ChildProcess(
        path: executable, name: name, arguments: arguments, inheriting: core.descriptor)
    } catch {
      throw .notStarted(path: name, error)
    }
  }
}
