// What the instrumenter does not do: it must say so.

infix operator <?> : ComparisonPrecedence

func unknownOperator(_ a: Bool, _ b: Bool) -> Bool {
  a && a <??> b || b
}

func knownOperator(_ a: Bool, _ b: Bool) -> Bool {
  a <?> b && b
}

func operatorAsFunction(_ values: [Bool]) -> Bool {
  values.reduce(false, { $0 || $1 }) == values.reduce(false, ||)
}

func macro(_ a: Bool, _ b: Bool) {
  #expect(a && b)
}

func asynchronous(_ stream: AsyncThrowingStream<Int, any Error>) async throws {
  for try await value in stream { print(value) }
}

func pattern(_ values: [Int?]) {
  for case let value? in values { print(value) }
}

func table(_ a: Bool, _ b: Bool) -> Int {
  switch (a, b) {
  case (true, true): 1
  case (true, false), (false, true): 2
  case (false, false): 3
  }
}

func many(_ v: [Bool]) -> Bool {
  v[0] && v[1] && v[2] && v[3] && v[4] && v[5] && v[6] && v[7] && v[8] && v[9] && v[10] && v[11]
    && v[12] && v[13] && v[14] && v[15] && v[16] && v[17] && v[18] && v[19] && v[20] && v[21]
}

let path: KeyPath<String, Character?> = \.first?.self

@Wrapper(isOn: true && false) var wrapped = 1

func value(_ a: Bool) throws -> Int {
  try if a { 1 } else { 2 }
}

func asserted(_ a: Bool, _ b: Bool) {
  precondition(a || !b, "stated, not decided")
  assert(a && b)
}
