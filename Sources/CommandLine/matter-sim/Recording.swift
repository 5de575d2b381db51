import CommandLineInterface
import CoreEngines
import HostShell
import TraceFormat

/// The trace that a command was asked to write, if it was.
struct Recording {
  static let redact = Flag(
    "redact", summary: "with --record: leave out entropy, passcode and payloads")
  static let force = Flag("force", summary: "with --record: replace the file if it exists")
  static let reason = Option(
    "reason", value: "TEXT", summary: "with --record: why, to be found in the trace",
    parser: .text("a reason"))
  static let options: [any OptionDeclaration] = [SharedOptions.record, redact, force, reason]
  /// For a command that runs more than one party.
  static let separate = Flag(
    "separate", summary: "with --record: a file for each party, with its name before the ending")

  /// A file, and what writes it.
  private struct File {
    let path: String
    let recorder: TraceRecorder
  }

  /// One file for all parties, or one for each by its name.
  private let files: [String: File]
  private let common: File?
  private let isSeeded: Bool
  private let build: CoreBuild
  private let configuration: String

  /// Begins the file, or the files.
  /// - Parameter parties: the names of the parties that get a file each if that is asked for; none
  ///   when the command does not declare `separate`.
  /// - Returns: nil when the command line asks for none.
  init?(
    _ arguments: Arguments, setup: PartySetup, reporter: Reporter,
    parties: [String] = []
  ) throws(CommandFailure) {
    let isSeparate = !parties.isEmpty && arguments[Self.separate]
    guard let path = arguments[SharedOptions.record] else {
      var flags = [Self.redact, Self.force].filter { arguments[$0] }
      if isSeparate { flags.append(Self.separate) }
      let name = flags.first?.name ?? arguments[Self.reason].map { _ in Self.reason.name }
      if let name {
        throw CommandFailure("--\(name) goes with --record FILE", exitCode: .usage)
      }
      return nil
    }
    isSeeded = setup.seed != nil
    build = setup.core.build
    configuration = "matter-sim, core \(setup.core.choice)"
    if isSeparate {
      var files: [String: File] = [:]
      for name in parties {
        files[name] = try Self.begin(Self.path(path, for: name), arguments, reporter)
      }
      self.files = files
      common = nil
    } else {
      files = [:]
      common = try Self.begin(path, arguments, reporter)
    }
  }

  private static func begin(
    _ path: String, _ arguments: Arguments, _ reporter: Reporter
  ) throws(CommandFailure) -> File {
    let isRedacted = arguments[redact]
    let writer: TraceWriter
    do throws(TraceFileError) {
      writer = try TraceWriter(
        path: path, replacing: arguments[force], isRedacted: isRedacted,
        secondsToTimeOfDay: TraceRecorder.secondsToTimeOfDay, reason: arguments[reason])
    } catch {
      throw CommandFailure(message(error, path: path), exitCode: .usage)
    }
    reporter.complain(
      isRedacted
        ? "recording to \(printable(path)), without secrets: it cannot be replayed"
        : "recording to \(printable(path)): SECRET, for it holds the run's entropy and passcode")
    return File(path: path, recorder: TraceRecorder(writer))
  }

  /// `run-device.pcapng` for `run.pcapng`.
  private static func path(_ path: String, for party: String) -> String {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return "\(path)-\(party)"
    }
    return "\(path[..<dot])-\(party)\(path[dot...])"
  }

  /// Records a party, which has not started yet.
  func add(_ party: Party) {
    let file = common ?? files[party.name]
    file?.recorder.record(
      party,
      RunIdentity(
        coreHash: build.hash, seamHash: SeamIdentity.hash, isRedacted: false, isSeeded: isSeeded,
        configuration: configuration, sourcesHash: build.sourcesHash, engine: build.engine))
  }

  /// Says so if the trace is not whole.
  func finish(_ reporter: Reporter) {
    for file in [common].compactMap({ $0 }) + files.values {
      guard let failure = file.recorder.failure else { continue }
      reporter.complain(
        "the trace \(printable(file.path)) ends before the run did: \(failure)")
    }
  }

  private static func message(_ error: TraceFileError, path: String) -> String {
    switch error {
    case .exists: "--record \(printable(path)): the file exists; --force replaces it"
    case .system(let error): "--record \(printable(path)): \(error)"
    }
  }
}
