/// What the driver must have met in the fixtures: worked out from its calls by hand.
enum ExpectedRows {
  struct Place: Hashable {
    let function: String
    let text: String

    init(_ function: String, _ text: String) {
      self.function = function
      self.text = text
    }
  }

  static let decisions: [(place: Place, rows: String)] = [
    (
      Place("statement(_:)", "speed > 50 && speed < 90"),
      "F- → F, TF → F, TT → T"
    ),
    (
      Place("statement(_:)", "speed > 10"),
      "F → F, T → T"
    ),
    (
      Place("value(_:)", "weather == .rain"),
      "T → T"
    ),
    (
      Place("value(_:)", "weather == .sun"),
      "F → F"
    ),
    (
      Place("initialised(_:)", "value(weather) > 20"),
      "F → F, T → T"
    ),
    (
      Place("half(_:)", "value.isMultiple(of: 2)"),
      "F → F, T → T"
    ),
    (
      Place("sums(_:_:)", "speed > 5"),
      "F → F, T → T"
    ),
    (
      Place("rethrown(_:)", "try half(a) > 1, try half(a) < 5 || quarter(a) > 0"),
      "F-- → F, TFT → T, TT- → T"
    ),
    (
      Place("rethrown(_:)", "a > 2 && half(a) == 2"),
      "TF → F, TT → T"
    ),
    (
      Place("andOr(_:_:_:)", #"(seen("a", a, &log) && seen("b", b, &log)) || seen("c", c, &log)"#),
      "F-F → F, TFT → T, TT- → T"
    ),
    (
      Place("isLeap(_:)", "year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)"),
      "F-- → F, TFF → F, TFT → T, TT- → T"
    ),
    (
      Place("mixed(_:_:_:_:)", "a && (b || !c) && d"),
      "F--- → F, TFFF → F, TFFT → T, TFT- → F, TT-F → F, TT-T → T"
    ),
    (
      Place("mixed(_:_:_:_:)", "rounds == 2"),
      "F → F, T → T"
    ),
    (
      Place("neither(_:_:)", "!(a || b)"),
      "FF → T, FT → F, T- → F"
    ),
    (
      Place("chain(_:)", "x < 0"),
      "F → F, T → T"
    ),
    (
      Place("chain(_:)", "x == 0"),
      "F → F, T → T"
    ),
    (
      Place(
        "guarded(_:_:_:)",
        "force || first != nil, let item = first, item.isReady || force, let next = item.next, second == nil, !(next == 3 || next == 4)"
      ),
      "FF------- → F, FTTFF---- → F, FTTT-TTFF → T, FTTT-TTFT → F, T-F------ → F, T-TFTF--- → F, T-TT-TF-- → F, T-TT-TTT- → F"
    ),
    (
      Place("bound(_:_:)", "let value, let double = other.map({ $0 * 2 }), double > value"),
      "F-- → F, TF- → F, TTF → F, TTT → T"
    ),
    (
      Place("area(_:)", "case .circle(let radius) = shape, radius > 0"),
      "F- → F, TF → F, TT → T"
    ),
    (
      Place("area(_:)", "case .square(let side?) = shape"),
      "F → F, T → T"
    ),
    (
      Place("area(_:)", "case let doubled = side * 2, doubled > 10"),
      "F → F, T → T"
    ),
    (
      Place("nested(_:_:_:)", "a"),
      "F → F, T → T"
    ),
    (
      Place("nested(_:_:_:)", "b"),
      "F → F, T → T"
    ),
    (
      Place("nested(_:_:_:)", "b && c"),
      "F- → F, TF → F, TT → T"
    ),
    (
      Place("nested(_:_:_:)", "c"),
      "F → F, T → T"
    ),
    (
      Place("countdown(_:)", "left > 0 && left != 7"),
      "F- → F, TF → F, TT → T"
    ),
    (
      Place("countdown(_:)", "value % 2 == 0 || value > 8"),
      "FF → F, FT → T, T- → T"
    ),
    (
      Place("countdown(_:)", "result.count > 3"),
      "F → F, T → T"
    ),
    (
      Place("queue(_:)", "let value = rest.popLast(), value >= 0"),
      "F- → F, TF → F, TT → T"
    ),
    (
      Place("insideOthers(_:_:_:)", "$0 > 1 && $0 < 5"),
      "F- → F, TF → F, TT → T"
    ),
    (
      Place("insideOthers(_:_:_:)", "value == 3 || a"),
      "FF → F, FT → T, T- → T"
    ),
    (
      Place("insideOthers(_:_:_:)", "a && b"),
      "F- → F, TF → F, TT → T"
    ),
    (
      Place("insideOthers(_:_:_:)", "a || b"),
      "FF → F, FT → T, T- → T"
    ),
    (
      Place("recursive(_:)", "n == 0 || n > 0 && recursive(n - 1)"),
      "FF- → F, FTT → T, T-- → T"
    ),
    (
      Place("withDefault(_:_:)", "isLeap(2000) && isLeap(2004)"),
      "TT → T"
    ),
    (
      Place("Ready", "isLeap(2000) || isLeap(1900)"),
      "T- → T"
    ),
    (
      Place("Ready", "!isOn"),
      "T → F"
    ),
    (
      Place("Ready.both", "Self.isOn && !flag"),
      "TF → T"
    ),
    (
      Place("Ready.subscript(_:)", "value && flag"),
      "F- → F, TF → F"
    ),
    (
      Place("inserting(_:)", "!known.insert(value).inserted, value > 0"),
      "FF → F, FT → T, T- → F"
    ),
    (
      Place("generic(_:_:_:)", "low <= value, value <= high"),
      "F- → F, TF → F, TT → T"
    ),
    (
      Place("conditional(_:_:)", "a || b"),
      "FF → F, FT → T, T- → T"
    ),
    (
      Place("Owner", "let self"),
      "T → T"
    ),
    (
      Place("casts(_:)", "let number = value as? Int, number > 1"),
      "F- → F, TF → F, TT → T"
    ),
    (
      Place("casts(_:)", "case let text as String = value"),
      "F → F, T → T"
    ),
    (
      Place("casts(_:)", "case is Double = value"),
      "F → F, T → T"
    ),
    (
      Place("inTuple(_:_:)", "a && b"),
      "F- → F, TF → F, TT → T"
    ),
    (
      Place("inTuple(_:_:)", "a || b"),
      "FF → F, FT → T, T- → T"
    ),
    (
      Place("asynchronous(_:_:)", "await waiting(a), await waiting(b) || a"),
      "F-- → F, TFT → T, TT- → T"
    ),
    (
      Place("asynchronous(_:_:)", "waiting(b)"),
      "F → F, T → T"
    ),
    (
      Place("State.next(_:)", "case .waiting(let token) = consume self"),
      "F → F, T → T"
    ),
    (
      Place("State.next(_:)", "ready || token.number > 3"),
      "FF → F, FT → T, T- → T"
    ),
    (
      Place("State.step(_:)", "isDone"),
      "F → F, T → T"
    ),
    (
      Place("optionalToken(_:)", "let token"),
      "F → F, T → T"
    ),
    (
      Place("optionalToken(_:)", "token.number > 2 && token.number < 9"),
      "F- → F, TF → F, TT → T"
    ),
    (
      Place("Reader.read()", "offset < bytes.count"),
      "F → F, T → T"
    ),
    (
      Place("Reader.take(_:)", "count >= 0, count <= bytes.count - offset"),
      "TF → F, TT → T"
    ),
    (
      Place("Reader.tail()", "offset < bytes.count"),
      "F → F, T → T"
    ),
    (
      Place("reading(_:)", "body[index] != 0"),
      "F → F, T → T"
    ),
    (
      Place("reading(_:)", "let tail = reader.tail(), tail.count > 1 || sum == 0"),
      "F-- → F, TFF → F, TFT → T, TT- → T"
    ),
    (
      Place("read(_:)", "error == .sun"),
      "F → F, T → T"
    ),
    (
      Place("inline(_:)", "result[index] > 1 && result[index] < 4"),
      "F- → F, TF → F, TT → T"
    ),
  ]

  static let branches: [(place: Place, outcomes: String)] = [
    (Place("statement(_:)", "case .sun, .rain"), "taken 2"),
    (Place("statement(_:)", "case .wind(let speed) where speed > 50 && speed < 90"), "taken 1"),
    (Place("statement(_:)", "case .wind(let speed) where speed > 10"), "taken 2"),
    (Place("statement(_:)", "case .snow"), "taken 3"),
    (Place("statement(_:)", "default"), "taken 1"),
    (Place("value(_:)", "case .sun"), "taken 1"),
    (Place("value(_:)", "case .rain"), "taken 1"),
    (Place("value(_:)", "case .snow"), "taken 1"),
    (Place("value(_:)", "case .wind(let speed)"), "taken 8"),
    (Place("value(_:)", "case ..<10"), "taken 2"),
    (Place("value(_:)", "default"), "taken 6"),
    (Place("initialised(_:)", "case .sun"), "taken 1"),
    (Place("initialised(_:)", "case .rain"), "taken 1"),
    (Place("initialised(_:)", "case .snow"), "taken 1"),
    (Place("initialised(_:)", "case .wind"), "taken 4"),
    (Place("initialised(_:)", "case let text?"), "taken 3"),
    (Place("initialised(_:)", "case nil"), "taken 1"),
    (Place("initialised(_:)", #"name ?? "none""#), "nil 1, value 3"),
    (Place("closures(_:)", "case 0"), "taken 1"),
    (Place("closures(_:)", "default"), "taken 6"),
    (Place("closures(_:)", "case .sun"), "taken 1"),
    (Place("closures(_:)", "case .rain, .snow, .wind"), "taken 6"),
    (Place("position", "case true"), "taken 1"),
    (Place("position", "case false"), ""),
    (Place("coalescing(_:_:)", "a ?? b ?? 7"), "nil 5, value 3"),
    (Place("coalescing(_:_:)", "b ?? 7"), "nil 1, value 4"),
    (Place("chains(_:)", "node?.touch"), "nil 1, value 3"),
    (Place("chains(_:)", "node?.next?.numbers?"), "nil 1, value 1"),
    (Place("chains(_:)", "node?.numbers?.append"), "value 3"),
    (Place("chains(_:)", "node?.numbers"), "nil 1, value 3"),
    (Place("chains(_:)", "node?.next?.numbers?.count"), "nil 1, value 1"),
    (Place("chains(_:)", "node?.number"), "nil 1, value 3"),
    (Place("chains(_:)", "node?.next?.numbers?.count ?? Int?.none"), "nil 3, value 1"),
    (Place("chains(_:)", "node?.next?.number ?? -1"), "nil 2, value 2"),
    (Place("quarter(_:)", "try half(value)"), "returned 4, threw 1"),
    (Place("quarter(_:)", "try half(first)"), "returned 2, threw 2"),
    (Place("sums(_:_:)", "try half(a) + half(b)"), "returned 3, threw 2"),
    (Place("sums(_:_:)", "try quarter(sum)"), "returned 1, threw 2"),
    (Place("sums(_:_:)", "catch .wind(let speed) where speed > 5"), "taken 1"),
    (Place("sums(_:_:)", "catch"), "taken 3"),
    (Place("sums(_:_:)", "try? half(a)"), "returned 4, threw 1"),
    (Place("rethrown(_:)", "try half(a) > 1"), "returned 5, threw 1"),
    (Place("rethrown(_:)", "try half(a) < 5 || quarter(a) > 0"), "returned 3, threw 1"),
    (Place("rethrown(_:)", "try a > 2 && half(a) == 2"), "returned 3"),
    (Place("Even.init(_:)", "try half(value) * 2"), "returned 1, threw 2"),
    (Place("Even.init(text:)", "try self.init(Int(text) ?? 1)"), "returned 1, threw 2"),
    (Place("Even.init(text:)", "Int(text) ?? 1"), "nil 1, value 2"),
    (Place("even(_:)", "try Even(text: text).value"), "returned 1, threw 2"),
    (Place("even(_:)", "catch"), "taken 2"),
    (Place("ignoring(_:)", "try half(value)"), "returned 2, threw 2"),
    (Place("ignoring(_:)", "catch"), "taken 2"),
    (Place("State.isDone", "case .done"), "taken 3"),
    (Place("State.isDone", "case .idle"), ""),
    (Place("State.isDone", "case .waiting"), "taken 1"),
    (Place("State.step(_:)", "try (consume self).next(ready)"), "returned 4, threw 2"),
    (Place("State.step(_:)", "catch"), "taken 2"),
    (Place("State.end()", "case .idle"), "taken 2"),
    (Place("State.end()", "case .waiting(let token)"), ""),
    (Place("State.end()", "case .done(let number)"), "taken 1"),
    (Place("reading(_:)", "try reader.read()"), "returned 5, threw 1"),
    (Place("reading(_:)", "try reader.take(length)"), "returned 4, threw 1"),
    (Place("read(_:)", "try reading(bytes.span)"), "returned 4, threw 2"),
    (Place("read(_:)", "catch"), "taken 2"),
  ]
}
