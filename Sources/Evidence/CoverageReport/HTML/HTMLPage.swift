import CoverageData

/// What all pages have in common.
enum HTMLPage {
  /// - Parameters:
  ///   - top: the way to the top folder, empty or `../`.
  ///   - layout: the class of the body.
  static func page(title: String, top: String, layout: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(escaped(title))</title>
    <link rel="stylesheet" href="\(top)report.css">
    <script src="\(top)report.js" defer></script>
    </head>
    <body class="\(layout)">
    \(body)
    </body>
    </html>

    """
  }

  /// Text that stands for itself, in an element or in an attribute with double quotes.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A link to an event of an input.
  static func link(
    to event: EventReference, _ report: CoverageReport, _ names: HTMLNames, top: String
  ) -> String {
    let name = escaped(report.shortName(ofInput: event.input))
    return "<a class=\"event\" href=\"\(top)\(names.place(of: event))\">\(name) "
      + "<b>#\(event.number)</b></a>"
  }

  /// Links to some events, and the others folded.
  static func links(
    to events: [EventReference], _ report: CoverageReport, _ names: HTMLNames, top: String
  ) -> String {
    let shown = 4
    let links = events.map { link(to: $0, report, names, top: top) }
    guard links.count > shown + 1 else { return links.joined(separator: " ") }
    return links.prefix(shown).joined(separator: " ")
      + "<details><summary>and \(links.count - shown) more</summary>"
      + links.dropFirst(shown).joined(separator: " ") + "</details>"
  }

  /// How much is covered, justified and missing, as a bar.
  static func bar(_ count: CoverageCount) -> String {
    guard count.total > 0 else { return "" }
    let covered = width(count.covered, of: count.total)
    let justified = width(count.justified, of: count.total)
    return
      "<span class=\"bar\" aria-hidden=\"true\"><i class=\"ok\" style=\"width:\(covered)\"></i>"
      + "<i class=\"excused\" style=\"width:\(justified)\"></i></span>"
  }

  private static func width(_ part: Int, of total: Int) -> String {
    let hundredths = part * 10_000 / total
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)%"
  }

  /// The mark of a state, which tells it by its shape too, and its class.
  static func mark(_ state: CoverageState) -> String {
    switch state {
    case .covered: "<span class=\"mark ok\" title=\"covered\">✓</span>"
    case .justified: "<span class=\"mark excused\" title=\"justified\">○</span>"
    case .gap: "<span class=\"mark gap\" title=\"not covered\">✗</span>"
    }
  }

  /// The class of something that has all these states: that of the worst.
  static func style(_ states: [CoverageState]) -> String {
    if states.contains(where: { $0.gap != nil }) { return "gap" }
    return states.contains(where: \.isJustified) ? "excused" : "ok"
  }
}
