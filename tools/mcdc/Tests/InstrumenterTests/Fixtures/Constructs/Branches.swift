// Branches: arms, `??`, optional chains, `try` and `catch`.

enum Weather: Equatable, Error {
  case sun, rain, snow
  case wind(Int)
}

func statement(_ weather: Weather) -> [String] {
  var log: [String] = []
  switch weather {
  case .sun, .rain: log.append("mild")
  case .wind(let speed) where speed > 50 && speed < 90: log.append("storm")
  case .wind(let speed) where speed > 10:
    log.append("wind")
    fallthrough
  case .snow:  // with a comment
    log.append("cold")
  default: break
  }
  return log
}

func value(_ weather: Weather) -> Int {
  switch weather {
  case .sun: 1
  case .rain: weather == .rain ? 2 : 0
  case .snow: if weather == .sun { 0 } else { 3 }
  case .wind(let speed):
    switch speed {
    case ..<10: 4
    default: speed
    }
  }
}

func initialised(_ weather: Weather) throws(Weather) -> String {
  let name: String? =
    switch weather {
    case .sun: "sun"
    case .rain: nil
    case .snow: throw .rain
    case .wind: if value(weather) > 20 { "storm" } else { throw .sun }
    }
  let length =
    switch name {
    case let text?: text.count
    case nil: 0
    }
  return "\(name ?? "none") \(length)"
}

func closures(_ weather: Weather) -> Int {
  let double: (Int) -> Int = {
    switch $0 {
    case 0: 0
    default: $0 * 2
    }
  }
  var count = 0
  let set: (Weather) -> Void = {
    switch $0 {
    case .sun: count = 1
    case .rain, .snow, .wind: count = 2
    }
  }
  set(weather)
  return double(count - 1)
}

var position: Int {
  switch Ready.isOn {
  case true: 1;
  case false: 0
  }
}

func coalescing(_ a: Int?, _ b: Int?) -> Int { a ?? b ?? 7 }

final class Node {
  var number = 1
  var next: Node?
  var numbers: [Int]? = [1]
  func touch() { number += 1 }
}

func chains(_ node: Node?) -> String {
  node?.touch()
  node?.next?.number = 5
  node?.next?.numbers?[0] += 1
  node?.numbers?.append(2)
  let count = node?.next?.numbers?.count ?? Int?.none
  return "\(node?.number as Any) \(node?.next?.number ?? -1) \(count as Any)"
}

func half(_ value: Int) throws(Weather) -> Int {
  guard value.isMultiple(of: 2) else { throw .wind(value) }
  return value / 2
}

func quarter(_ value: Int) throws(Weather) -> Int {
  let first = try half(value)
  return try half(first)
}

func sums(_ a: Int, _ b: Int) -> String {
  var log: [Int] = []
  do {
    let sum = try half(a) + half(b)
    log.append(sum)
    log[0] = try quarter(sum)
  } catch .wind(let speed) where speed > 5 {
    log.append(-speed)
  } catch {
    log.append(-1)
  }
  let optional = try? half(a)
  return "\(log) \(optional as Any)"
}

func rethrown(_ a: Int) throws -> Bool {
  guard try half(a) > 1, try half(a) < 5 || quarter(a) > 0 else { return false }
  return try a > 2 && half(a) == 2
}

struct Even {
  let value: Int

  init(_ value: Int) throws(Weather) {
    self.value = try half(value) * 2
  }

  init(text: String) throws(Weather) {
    try self.init(Int(text) ?? 1)
  }
}

func even(_ text: String) -> Int {
  do { return try Even(text: text).value } catch { return -1 }
}

func ignoring(_ values: [Int]) -> Int {
  var good = 0
  for value in values {
    do {
      _ = try half(value)
      good += 1
    } catch {}
  }
  return good
}
