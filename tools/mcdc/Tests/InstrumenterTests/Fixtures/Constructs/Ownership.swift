// Values that cannot be copied, and values that may not escape.

struct Token: ~Copyable {
  let number: Int
  consuming func spend() -> Int { number }
}

enum State: ~Copyable {
  case idle
  case waiting(Token)
  case done(Int)
}

extension State {
  var isDone: Bool {
    switch self {
    case .done: true
    case .idle: false
    case .waiting: false
    }
  }

  consuming func next(_ ready: Bool) throws(Weather) -> State {
    guard case .waiting(let token) = consume self else { throw .snow }
    guard ready || token.number > 3 else { return .waiting(token) }
    return .done(token.spend())
  }

  mutating func step(_ ready: Bool) -> Int {
    do throws(Weather) {
      self = try (consume self).next(ready)
    } catch {
      self = .idle
      return -1
    }
    return isDone ? 1 : 0
  }

  consuming func end() -> Int {
    switch consume self {
    case .idle: 0
    case .waiting(let token): token.spend()
    case .done(let number): number * 10
    }
  }
}

func ownership(_ number: Int, _ ready: Bool) -> [Int] {
  var state = State.waiting(Token(number: number))
  let first = state.step(ready)
  let second = state.step(true)
  return [first, second, state.end()]
}

func optionalToken(_ number: Int?) -> Int {
  let token: Token? = number.map { Token(number: $0) }
  guard let token else { return 0 }
  if token.number > 2 && token.number < 9 { return token.spend() }
  return -1
}

struct Reader: ~Escapable {
  private var bytes: Span<UInt8>
  private var offset = 0

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
  }

  mutating func read() throws(Weather) -> UInt8 {
    guard offset < bytes.count else { throw .rain }
    offset += 1
    return bytes[offset - 1]
  }

  @_lifetime(copy self)
  mutating func take(_ count: Int) throws(Weather) -> Span<UInt8> {
    guard count >= 0, count <= bytes.count - offset else { throw .sun }
    offset += count
    return bytes.extracting((offset - count)..<offset)
  }

  @_lifetime(copy self)
  mutating func tail() -> Span<UInt8>? {
    guard offset < bytes.count else { return nil }
    return bytes.extracting(offset...)
  }
}

func reading(_ bytes: Span<UInt8>) throws(Weather) -> Int {
  var reader = Reader(bytes)
  let length = Int(try reader.read())
  let body = try reader.take(length)
  var sum = 0
  for index in body.indices where body[index] != 0 { sum += Int(body[index]) }
  if let tail = reader.tail(), tail.count > 1 || sum == 0 { return sum + tail.count }
  return sum
}

func read(_ bytes: [UInt8]) -> Int {
  do throws(Weather) { return try reading(bytes.span) } catch { return error == .sun ? -1 : -2 }
}

func inline(_ values: [4 of Int]) -> Int {
  var result = values
  for index in result.indices where result[index] > 1 && result[index] < 4 { result[index] = 0 }
  return result[0] + result[1] * 10 + result[2] * 100 + result[3] * 1000
}
