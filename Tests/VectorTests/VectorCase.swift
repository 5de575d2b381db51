import Testing

/// One published case: values by name, as text.
struct VectorCase: CustomTestStringConvertible {
  /// The words in brackets that the case stands below: a curve, say.
  let headings: [String]
  let values: [String: String]

  /// A value as it stands there.
  func text(_ name: String) throws -> String {
    guard let value = values[name] else { throw VectorError.noValue(name, in: testDescription) }
    return value
  }

  func integer(_ name: String) throws -> Int {
    guard let value = Int(try text(name)) else {
      throw VectorError.badValue(name, in: testDescription)
    }
    return value
  }

  /// A byte string in hexadecimal, its first `count` bytes: CAVS writes an empty one as `00`.
  func bytes(_ name: String, count: Int? = nil) throws -> [UInt8] {
    let bytes = try decode(try text(name), name)
    guard bytes.count >= count ?? 0 else { throw VectorError.badValue(name, in: testDescription) }
    return Array(bytes.prefix(count ?? bytes.count))
  }

  /// A number in hexadecimal as big-endian bytes, at least `width` of them.
  func number(_ name: String, width: Int) throws -> [UInt8] {
    let digits = try text(name)
    let missing = max(digits.count & 1, 2 * width - digits.count)
    return try decode(String(repeating: "0", count: missing) + digits, name)
  }

  private func decode(_ digits: String, _ name: String) throws -> [UInt8] {
    let digits = Array(digits)
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap { index in
      UInt8(String(digits[index...(index + 1)]), radix: 16)
    }
    guard bytes.count * 2 == digits.count else {
      throw VectorError.badValue(name, in: testDescription)
    }
    return bytes
  }

  var testDescription: String {
    let shortened = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.prefix(40))" }
    return "\(headings) \(shortened.joined(separator: " "))"
  }
}
