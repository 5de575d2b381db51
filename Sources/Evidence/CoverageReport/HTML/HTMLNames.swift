import CoverageData

/// The names of pages and of the places on them.
struct HTMLNames {
  private let inputs: [String]

  init(_ report: CoverageReport) {
    let names = report.inputs.indices.map { Self.safe(report.shortName(ofInput: $0)) }
    inputs = names.enumerated().map { number, name in
      names.count { $0 == name } == 1 ? name : "\(name)-\(number + 1)"
    }
  }

  func page(of file: FileReport) -> String {
    "files/\(Self.safe(file.path)).html"
  }

  func page(ofInput input: Int) -> String {
    "inputs/\(inputs[input]).html"
  }

  /// The place of an event, from the top folder.
  func place(of event: EventReference) -> String {
    "\(page(ofInput: event.input))#e\(event.number)"
  }

  func place(of decision: DecisionReport, in file: FileReport) -> String {
    "\(page(of: file))#\(Self.anchor(of: decision))"
  }

  func place(of branch: BranchReport, in file: FileReport) -> String {
    "\(page(of: file))#\(Self.anchor(of: branch))"
  }

  static func anchor(of decision: DecisionReport) -> String { "d\(decision.decision.id)" }
  static func anchor(of branch: BranchReport) -> String { "b\(branch.branch.id)" }
  static func anchor(ofRefusal number: Int) -> String { "r\(number)" }

  /// Fit for a file's name and for a link: what is not a letter or digit of ASCII, `.`, `_` or
  /// `+` becomes `-`.
  private static func safe(_ text: String) -> String {
    String(
      text.map { character in
        let isPlain = character.isASCII && (character.isLetter || character.isNumber)
        return isPlain || "._+".contains(character) ? character : "-"
      })
  }
}
