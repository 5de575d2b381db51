// Decisions of every kind. `log` shows what was evaluated, and in which order.

func seen(_ name: String, _ value: Bool, _ log: inout [String]) -> Bool {
  log.append(name)
  return value
}

func andOr(_ a: Bool, _ b: Bool, _ c: Bool) -> String {
  var log: [String] = []
  if (seen("a", a, &log) && seen("b", b, &log)) || seen("c", c, &log) {
    log.append("then")
  } else {
    log.append("else")
  }
  return log.joined(separator: " ")
}

func isLeap(_ year: Int) -> Bool {
  year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

func mixed(_ a: Bool, _ b: Bool, _ c: Bool, _ d: Bool) -> Int {
  var rounds = 0
  while a && (b || !c) && d {
    rounds += 1
    if rounds == 2 { break }
  }
  return rounds
}

func neither(_ a: Bool, _ b: Bool) -> Bool {
  let result = !(a || b)
  return result
}

func chain(_ x: Int) -> String {
  if x < 0 {
    return "negative"
  } else if x == 0 {
    return "zero"
  }
  return "positive"
}

struct Item {
  var isReady: Bool
  var next: Int?
}

func guarded(_ first: Item?, _ second: Item?, _ force: Bool) -> String {
  guard force || first != nil, let item = first, item.isReady || force, let next = item.next,
    second == nil, !(next == 3 || next == 4)
  else { return "no" }
  return "yes \(next)"
}

func bound(_ value: Int?, _ other: Int?) -> Int {
  if let value, let double = other.map({ $0 * 2 }), double > value { return double - value }
  return 0
}

enum Shape {
  case circle(radius: Int)
  case square(Int?)
  case nothing
}

func area(_ shape: Shape) -> Int {
  if case .circle(let radius) = shape, radius > 0 { return 3 * radius * radius }
  guard case .square(let side?) = shape else { return 0 }
  if case let doubled = side * 2, doubled > 10 { return doubled }
  return side * side
}

func nested(_ a: Bool, _ b: Bool, _ c: Bool) -> Int {
  a ? (b ? 1 : 2) : b && c ? 3 : c ? 4 : 5
}

func countdown(_ start: Int) -> [Int] {
  var left = start
  var result: [Int] = []
  repeat {
    result.append(left)
    left -= 1
  } while left > 0 && left != 7
  for value in result where value % 2 == 0 || value > 8 { result.append(value) }
  while true {
    if result.count > 3 { break }
    result.append(0)
  }
  return result
}

func queue(_ values: [Int]) -> Int {
  var rest = values
  var sum = 0
  while let value = rest.popLast(), value >= 0 { sum += value }
  return sum
}

func insideOthers(_ a: Bool, _ b: Bool, _ values: [Int]) -> String {
  let filtered = values.filter { $0 > 1 && $0 < 5 }
  let mapped = values.map { value in value == 3 || a }
  return "\(a && b) \(filtered) \(mapped) \([a || b].count)"
}

func recursive(_ n: Int) -> Bool {
  n == 0 || n > 0 && recursive(n - 1)
}

func withDefault(_ a: Bool, _ b: Bool = isLeap(2000) && isLeap(2004)) -> Bool {
  a == b
}

struct Ready {
  static let isOn = isLeap(2000) || isLeap(1900)
  var flag = !isOn
  var both: Bool { Self.isOn && !flag }
  subscript(_ value: Bool) -> Bool { value && flag }
}

func inserting(_ values: [Int]) -> Int {
  var known: Set<Int> = []
  var twice = 0
  for value in values {
    if !known.insert(value).inserted, value > 0 { twice += 1 }
  }
  return twice
}

@inlinable public func generic<Value: Comparable>(_ low: Value, _ value: Value, _ high: Value)
  -> Bool
{
  guard low <= value, value <= high else { return false }
  return true
}

func conditional(_ a: Bool, _ b: Bool) -> Bool {
  #if NEVER || canImport(NoSuchModule)
    return a && b
  #else
    return a || b
  #endif
}

final class Owner {
  var isAlive = true
  lazy var check: () -> Bool = { [weak self] in
    guard let self else { return false }
    return self.isAlive
  }
}

func capturing(_ isAlive: Bool) -> Bool {
  let owner = Owner()
  owner.isAlive = isAlive
  return owner.check()
}

func casts(_ value: Any) -> String {
  if let number = value as? Int, number > 1 { return "number" }
  if case let text as String = value { return text }
  if case is Double = value { return "double" }
  return "other"
}

func inTuple(_ a: Bool, _ b: Bool) -> (Bool, Bool) {
  (a && b, a || b)
}

func waiting(_ a: Bool) async -> Bool {
  await Task.yield()
  return a
}

func asynchronous(_ a: Bool, _ b: Bool) async -> Int {
  guard await waiting(a), await waiting(b) || a else { return 0 }
  return await waiting(b) ? 2 : 1
}
