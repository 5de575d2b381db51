import CommandLineInterface
import CoreEngines
import CoreSeam
import HostShell

/// How a run ended: its last line, and its exit code.
enum Verdict {
  /// - Parameters:
  ///   - summary: what follows `PASE OK`.
  ///   - fields: the same for programs.
  case paired(summary: String, fields: JSONFields)
  /// The reason, half a line.
  case failed(String)
  case coreLost(of: String, CoreLoss, closing: [EstablishedSession])

  /// Writes the last line.
  func report(to reporter: Reporter) -> ExitCode {
    switch self {
    case .paired(let summary, let fields):
      reporter.report(
        text: reporter.style.green("PASE OK") + "  " + summary,
        json: Self.result("PASE OK", reason: nil, fields))
      return .done
    case .failed(let reason):
      reportFailure(reason, to: reporter)
      return .failed
    case .coreLost(let party, let loss, let sessions):
      let reason = "the core process of the \(party) \(loss)"
      reporter.complain(reason + Self.closing(sessions))
      reportFailure(reason, to: reporter)
      return .coreLost
    }
  }

  private func reportFailure(_ reason: String, to reporter: Reporter) {
    reporter.report(
      text: reporter.style.red("PASE FAILED") + ": " + reason,
      json: Self.result("PASE FAILED", reason: reason, [:]))
  }

  private static func result(
    _ result: String, reason: String?, _ fields: JSONFields
  ) -> JSONValue {
    let head: JSONFields = [
      "result": .string(result), "reason": reason.map { .string($0) } ?? nil,
    ]
    return .event("result", head + fields)
  }

  private static func closing(_ sessions: [EstablishedSession]) -> String {
    switch sessions.count {
    case 0: "; it had no session"
    case 1: "; its session \(sessions[0].session) is closed"
    default: "; its \(sessions.count) sessions are closed"
    }
  }
}
