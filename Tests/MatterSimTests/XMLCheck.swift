import Foundation

/// Whether the tags of a drawing are properly nested; Foundation's XML parser is a module that this
/// needs nothing else of.
struct XMLCheck {
  func isWellFormed(_ data: Data) -> Bool {
    let text = String(decoding: data, as: UTF8.self)
    var open: [Substring] = []
    for match in text.matches(of: /<(\/?)([A-Za-z]+)([^<>]*?)(\/?)>/) {
      if match.1 == "/" {
        guard open.popLast() == match.2 else { return false }
      } else if match.4 != "/" {
        open.append(match.2)
      }
    }
    let bare = text.replacing(/<\/?[A-Za-z]+[^<>]*?\/?>/, with: "")
    return open.isEmpty && !bare.contains(where: { "<>".contains($0) })
  }
}
