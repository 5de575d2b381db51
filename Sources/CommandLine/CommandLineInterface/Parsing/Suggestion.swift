/// What somebody who mistyped a name may have meant.
enum Suggestion {
  /// The candidate that `word` most probably stands for, or nil when none is near.
  static func closest(to word: String, among candidates: [String]) -> String? {
    let near = candidates.map { (name: $0, distance: distance(from: word, to: $0)) }
      .filter { $0.distance <= max(1, min(word.count, $0.name.count) / 3) }
      .min { $0.distance < $1.distance }
    if let near { return near.name }
    let beginnings = candidates.filter { word.count >= 3 && $0.hasPrefix(word) }
    return beginnings.count == 1 ? beginnings[0] : nil
  }

  /// As above for an option, `written` with however many dashes.
  static func closest(
    toOption written: String, among options: [any OptionDeclaration]
  ) -> String? {
    let word = String(written.drop { $0 == "-" })
    return closest(to: word, among: options.map(\.name)).map { "--" + $0 }
  }

  /// How many characters must be inserted, dropped, replaced or swapped with their neighbour
  /// (the "optimal string alignment" distance).
  static func distance(from left: String, to right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in 0..<left.count {
      var row = [i + 1]
      for j in 0..<right.count {
        let replaced = last[j] + (left[i] == right[j] ? 0 : 1)
        var best = min(replaced, last[j + 1] + 1, row[j] + 1)
        if i > 0 && j > 0 && left[i] == right[j - 1] && left[i - 1] == right[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
