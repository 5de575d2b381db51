import CommandLineInterface
import Glibc
import HostShell
import MatterCrypto
import OperatingSystem
import TraceStory
import TraceFormat

/// One run of `matter-sim explain`.
final class ExplainRun {
  private let path: String
  private let svgPath: String?
  private let replacesSVG: Bool
  private let console: Console
  private let knowledge: Story.Knowledge
  private let showsSecrets: Bool
  private var diagram = SequenceDiagram()
  private var problem: OutputError?

  init(_ arguments: Arguments, console: Console) {
    path = arguments[ExplainCommand.trace]
    svgPath = arguments[ExplainCommand.svg]
    replacesSVG = arguments[ExplainCommand.force]
    self.console = console
    showsSecrets = arguments[SharedOptions.showSecrets]
    knowledge = Story.Knowledge(
      passcode: arguments[SharedOptions.passcode]?.value,
      sessionKeys: arguments[ExplainCommand.sessionKey], showsValues: showsSecrets)
  }

  func run() throws -> ExitCode {
    let story = Story(knowledge) { [unowned self] line in tell(line) }
    let isWhole = try read(into: story)
    let diagnosis = story.finish()
    if let problem { throw problem }
    if !isWhole {
      console.complain("warning: \(printable(path)) was cut; this is the story up to there")
    }
    if let svgPath { try write(diagram.svg(diagnosis: diagnosis), to: svgPath) }
    try console.report(
      text: "\n" + console.style.bold("In short: ") + escaped(diagnosis),
      json: .event("diagnosis", ["sentence": .string(diagnosis), "cut": .bool(!isWhole)]))
    return .done
  }

  /// - Returns: whether the file is whole.
  private func read(into story: Story) throws(CommandFailure) -> Bool {
    do throws(TraceError) {
      var reader = try TraceReader(path: path)
      while problem == nil, let item = try reader.next() { story.take(item) }
      return !reader.isCut
    } catch {
      throw CommandFailure("\(printable(path)): \(error)")
    }
  }

  private func tell(_ line: StoryLine) {
    if svgPath != nil { diagram.add(line) }
    guard problem == nil else { return }
    let view = StoryLineView(line, showsSecrets: showsSecrets)
    do throws(OutputError) {
      switch console.format {
      case .text: try console.write(view.text(console.style))
      case .json: try console.write(view.json.text)
      }
    } catch {
      problem = error
    }
  }

  private func write(_ text: String, to path: String) throws(CommandFailure) {
    let file: FileDescriptor
    do throws(SystemError) {
      let mode = replacesSVG ? O_TRUNC : O_EXCL
      file = try FileDescriptor(opening: path, O_WRONLY | O_CREAT | mode, mode: 0o666)
    } catch {
      let hint = error.number == EEXIST ? "; --force replaces it" : ""
      throw CommandFailure("--svg \(printable(path)): \(error)\(hint)", exitCode: .usage)
    }
    defer { file.close() }
    do throws(SystemError) {
      try file.write(text)
    } catch {
      throw CommandFailure("--svg \(printable(path)): \(error)")
    }
  }
}
