import CoverageData
import FoundationEssentials

/// Why something that is not covered need not be.
///
/// It names its subject by text, so that it still holds when lines move, and no longer once the
/// code has changed.
public struct Justification: Codable, Equatable, Sendable {
  public var file: String
  public var function: String
  /// Of the decision or the branch, as the manifest has it; white space does not count.
  public var text: String
  /// The text of a condition: then only that condition is excused.
  public var condition: String?
  /// Without a condition: the outcome that cannot be, `true` or `false` for a decision, one of its
  /// outcomes for a branch; without one, nothing of the decision or branch is ever reached. With a
  /// condition: the value with which it never decides, `true` or `false`.
  public var outcome: String?
  /// Of several decisions or branches of the function with the same text, which one is meant,
  /// counted from 1 in the order of the source; all of them without it.
  public var occurrence: Int?
  /// A sentence.
  public var reason: String
  /// The assertion or the type that makes it impossible.
  public var because: String

  public init(
    file: String, function: String, text: String, condition: String? = nil,
    outcome: String? = nil, occurrence: Int? = nil, reason: String, because: String
  ) {
    self.file = file
    self.function = function
    self.text = text
    self.condition = condition
    self.outcome = outcome
    self.occurrence = occurrence
    self.reason = reason
    self.because = because
  }

  /// The most that may be excused of a module, in hundredths of a percent of its conditions and
  /// branches.
  public static let limit = 300

  /// Reads a file: a JSON array of justifications.
  public static func read(path: String) throws(JustificationError) -> [Justification] {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw .unreadable(path)
    }
    let justifications: [Justification]
    do {
      justifications = try JSONDecoder().decode([Justification].self, from: data)
    } catch {
      throw .malformed(path, problem: CoverageProblem.of(error))
    }
    for (number, justification) in justifications.enumerated() {
      if let problem = justification.problem {
        throw .malformed(path, problem: "entry \(number + 1) \(problem)")
      }
    }
    return justifications
  }

  private var problem: String? {
    let isSentence = reason.inOneLine.split(separator: " ").count >= 3
    if text.inOneLine.isEmpty { return "has an empty text; give the decision's or branch's" }
    if !isSentence { return "has no reason; give one of a sentence" }
    if because.inOneLine.isEmpty {
      return "does not say because of what; name the assertion or type"
    }
    if condition != nil, let outcome, outcome != "true", outcome != "false" {
      return "has an outcome \"\(outcome)\" for a condition; it is true or false"
    }
    if let occurrence, occurrence < 1 { return "has occurrence \(occurrence); the first is 1" }
    return nil
  }

  /// The reason and what makes it so, in one line.
  var words: String { "justified: \(reason.inOneLine) (\(because.inOneLine))" }

  /// What it is about, in one line.
  var subject: String {
    let part = condition.map { "condition \"\($0.clipped(to: 40))\" of " } ?? ""
    let way = outcome.map { ", outcome \($0)" } ?? ""
    return "\(part)\"\(text.clipped(to: 60))\" in \(file), \(function)\(way)"
  }
}

/// Why a file of justifications could not be read.
public enum JustificationError: Error, Equatable {
  case unreadable(String)
  case malformed(String, problem: String)

  /// One line.
  public var message: String {
    switch self {
    case .unreadable(let path):
      "\(path) cannot be read; give the path of a file that exists and is readable"
    case .malformed(let path, let problem):
      "\(path) is no list of justifications: \(problem)"
    }
  }
}
