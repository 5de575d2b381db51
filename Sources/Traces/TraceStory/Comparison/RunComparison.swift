import Words

/// What has changed from one recording of a run to another, party by party.
///
/// Events that say the same are taken for the same, the first for the first. The longest row of them
/// that stands in one order in both traces stays where it is, and the others were moved. Of what is
/// left, an event changed into the next one of its sort between the same neighbours.
package struct RunComparison {
  /// One change of a party's events.
  package enum Change: Sendable {
    case added(RecordedRun.Event)
    case gone(RecordedRun.Event)
    case moved(RecordedRun.Event, to: RecordedRun.Event)
    case changed(RecordedRun.Event, into: RecordedRun.Event, [FieldChange])
  }

  /// A value that is another now.
  package struct FieldChange: Sendable {
    package let name: String
    /// Nil where the event had no such value.
    package let old: FieldTree?
    /// Nil where it has no such value any more.
    package let new: FieldTree?
  }

  /// The parties of both runs, sorted, with the changes of each in the order of the new trace.
  package let parties: [(name: String, changes: [Change])]

  package var changeCount: Int { parties.reduce(0) { $0 + $1.changes.count } }

  package init(_ old: RecordedRun, _ new: RecordedRun) {
    let names = Set(old.parties.keys).union(new.parties.keys).sorted()
    parties = names.map { name in
      (name, Self.changes(old.parties[name] ?? [], new.parties[name] ?? []))
    }
  }

  private typealias Pair = (old: Int, new: Int)

  private static func changes(
    _ old: [RecordedRun.Event], _ new: [RecordedRun.Event]
  ) -> [Change] {
    let pairs = samePairs(old, new)
    let kept = longestOrdered(pairs)
    let isKept = Set(kept.map(\.old))
    var found: [(place: Int, change: Change)] = pairs.filter { !isKept.contains($0.old) }.map {
      ($0.new, .moved(old[$0.old], to: new[$0.new]))
    }
    let paired = (old: Set(pairs.map(\.old)), new: Set(pairs.map(\.new)))
    var lastOld = 0
    var lastNew = 0
    for end in kept + [(old: old.count, new: new.count)] {
      found += changes(
        (lastOld..<end.old).filter { !paired.old.contains($0) }.map { old[$0] },
        (lastNew..<end.new).filter { !paired.new.contains($0) }.map { ($0, new[$0]) },
        before: end.new)
      lastOld = end.old
      lastNew = end.new
    }
    return found.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }.map(\.element.change)
  }

  /// The changes between two neighbours that are in both traces.
  private static func changes(
    _ old: [RecordedRun.Event], _ new: [(place: Int, event: RecordedRun.Event)], before end: Int
  ) -> [(place: Int, change: Change)] {
    var waiting: [String: [RecordedRun.Event]] = [:]
    for event in old.reversed() { waiting[event.sort, default: []].append(event) }
    var found: [(place: Int, change: Change)] = new.map { place, event in
      guard let before = waiting[event.sort]?.popLast() else { return (place, .added(event)) }
      return (place, .changed(before, into: event, fieldChanges(before.fields, event.fields)))
    }
    let left = waiting.values.flatMap { $0 }.sorted { $0.number < $1.number }
    found += left.map { (end, .gone($0)) }
    return found
  }

  /// The events that say the same in both, the first with the first, in the order of the old trace.
  private static func samePairs(_ old: [RecordedRun.Event], _ new: [RecordedRun.Event]) -> [Pair] {
    var places: [[UInt8]: [Int]] = [:]
    for (place, event) in new.enumerated().reversed() {
      places[event.identity, default: []].append(place)
    }
    return old.enumerated().compactMap { place, event in
      places[event.identity]?.popLast().map { (place, $0) }
    }
  }

  /// The longest row of pairs whose places rise in both traces; they rise in the old one as given.
  private static func longestOrdered(_ pairs: [Pair]) -> [Pair] {
    var tails: [Int] = []
    var previous = [Int?](repeating: nil, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? tails[low - 1] : nil
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var row: [Pair] = []
    var next = tails.last
    while let index = next {
      row.append(pairs[index])
      next = previous[index]
    }
    return row.reversed()
  }

  private static func fieldChanges(_ old: [FieldMember], _ new: [FieldMember]) -> [FieldChange] {
    func value(_ name: String, _ fields: [FieldMember]) -> FieldTree? {
      fields.first { $0.name == name }?.value
    }
    let names = old.map(\.name) + new.map(\.name).filter { value($0, old) == nil }
    return names.compactMap { name in
      let (before, after) = (value(name, old), value(name, new))
      return before == after ? nil : FieldChange(name: name, old: before, new: after)
    }
  }
}
