import MatterBytes

/// What a canary has found out so far: which of its answers is the first that is wrong.
public struct KnownAnswers {
  /// The number of that answer; 0 while all are right.
  public private(set) var firstWrong: Int32 = 0

  public init() {}

  /// Notes whether the answer of this number, 1 or more, is right.
  public mutating func expect(_ number: Int32, _ isRight: Bool) {
    guard firstWrong == 0 else { return }
    guard !isRight else { return }
    firstWrong = number
  }

  /// Notes whether the answer of this number is the known one, in hexadecimal.
  public mutating func expect(_ number: Int32, _ answer: Span<UInt8>, is known: StaticString) {
    expect(number, hex(known).span.hasSameBytes(as: answer))
  }

  /// The same for an answer of a fixed length.
  public mutating func expect<let count: Int>(
    _ number: Int32, _ answer: borrowing [count of UInt8], is known: StaticString
  ) {
    expect(number, answer.span, is: known)
  }
}
