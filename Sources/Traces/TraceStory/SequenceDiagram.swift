import MatterWire
import TraceFormat
import Words

/// The messages of a run as an SVG drawing: a line for each party, an arrow for each datagram.
///
/// It shows names, counters and times, and never a value of a message: it may be passed on. What
/// comes from the file is written as text that no reader of the drawing takes for markup.
package struct SequenceDiagram {
  private struct Row {
    let time: UInt64
    let sender: String
    let receiver: String
    let label: String
    let isLost: Bool
  }

  private enum Entry {
    case arrow(Row)
    case note(time: UInt64, party: String, String)
  }

  private var entries: [Entry] = []
  private var parties: [String] = []
  private var omitted = 0

  /// More arrows than this nobody reads.
  private static let longest = 500
  private static let laneWidth = 420
  private static let margin = 150
  private static let rowHeight = 30
  /// Right of the last lane, for what its party did and learned.
  private static let noteWidth = 460
  private static let top = 70

  package init() {}

  package mutating func add(_ line: StoryLine) {
    switch line.content {
    case .message(let message): add(message, at: line.time)
    case .note(let party, let text): append(.note(time: line.time, party: party, text))
    case .timer, .values: break
    }
  }

  private mutating func add(_ line: StoryMessage, at time: UInt64) {
    for name in [line.sender, line.receiver] where !parties.contains(name) { parties.append(name) }
    let counter = line.message.header.map { " \($0.messageCounter)" } ?? ""
    let words = line.remarks + line.fate.remarks
    let remarks = words.isEmpty ? "" : " (" + words.joined(separator: ", ") + ")"
    append(
      .arrow(
        Row(
          time: time, sender: line.sender, receiver: line.receiver,
          label: line.message.name + counter + remarks,
          isLost: line.fate.contains(.lost))))
  }

  private mutating func append(_ entry: Entry) {
    guard entries.count < Self.longest else {
      omitted += 1
      return
    }
    entries.append(entry)
  }

  /// The drawing.
  /// - Parameter diagnosis: what stands below it.
  package func svg(diagnosis: String) -> String {
    let rows = entries.count
    let width = Self.margin + max(1, parties.count - 1) * Self.laneWidth + Self.noteWidth
    let bottom = Self.top + (rows + 1) * Self.rowHeight
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(bottom + 60)" \
      viewBox="0 0 \(width) \(bottom + 60)" font-family="sans-serif" font-size="12">
      <defs><marker id="head" markerWidth="9" markerHeight="8" refX="8" refY="4" orient="auto">\
      <path d="M0,0 L9,4 L0,8 z"/></marker></defs>
      <rect width="100%" height="100%" fill="white"/>
      """
    ]
    for (index, party) in parties.enumerated() {
      let x = lane(index)
      lines.append(
        """
        <text x="\(x)" y="40" text-anchor="middle" font-size="15" font-weight="bold">\
        \(Self.escaped(party))</text>
        <line x1="\(x)" y1="50" x2="\(x)" y2="\(bottom)" stroke="#888"/>
        """)
    }
    for (index, entry) in entries.enumerated() {
      lines.append(draw(entry, y: Self.top + (index + 1) * Self.rowHeight))
    }
    if omitted > 0 {
      lines.append(text(x: 10, y: bottom + 20, "and \(omitted) more", colour: "#888"))
    }
    lines.append(text(x: 10, y: bottom + 40, diagnosis, colour: "black"))
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  private func lane(_ index: Int) -> Int { Self.margin + index * Self.laneWidth }

  private func lane(of party: String) -> Int { lane(parties.firstIndex(of: party) ?? 0) }

  private func draw(_ entry: Entry, y: Int) -> String {
    switch entry {
    case .arrow(let row):
      let start = lane(of: row.sender)
      let whole = lane(of: row.receiver)
      let end = row.isLost ? (start + whole) / 2 : whole
      let dashes = row.isLost ? " stroke-dasharray=\"5 4\"" : ""
      return """
        <line x1="\(start)" y1="\(y)" x2="\(end)" y2="\(y)" stroke="black"\(dashes) \
        marker-end="url(#head)"/>
        <text x="\((start + whole) / 2)" y="\(y - 5)" text-anchor="middle">\
        \(Self.escaped(row.label))</text>
        """ + "\n" + text(x: 10, y: y + 4, milliseconds(row.time) + " ms", colour: "#888")
    case .note(let time, let party, let note):
      return text(x: lane(of: party) + 8, y: y, note, colour: "#06c") + "\n"
        + text(x: 10, y: y + 4, milliseconds(time) + " ms", colour: "#888")
    }
  }

  private func text(x: Int, y: Int, _ text: String, colour: String) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" fill=\"\(colour)\">\(Self.escaped(text))</text>"
  }

  /// Text for XML: markup and what XML forbids is replaced.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: "\u{FFFD}"
      default: String(scalar)
      }
    }.joined()
  }
}
