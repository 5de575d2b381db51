import Foundation
import Testing

/// One published case: values by name, as text.
struct VectorCase: CustomTestStringConvertible {
  /// What stands in the brackets before the case, when those are not values: a curve, say.
  private(set) var section = ""
  private(set) var values: [String: String] = [:]

  init() {}

  /// `[name = value, name = value]` or `[section]`.
  init(heading: String) {
    let content = heading.trimmingPrefix("[").prefix { $0 != "]" }
    if content.contains("=") {
      for value in content.split(separator: ",") { add(String(value)) }
    } else {
      section = String(content)
    }
  }

  /// Adds a line `name = value`; a value may be empty.
  mutating func add(_ line: String) {
    let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return }
    values[parts[0].trimmingCharacters(in: .whitespaces)] =
      parts[1].trimmingCharacters(in: .whitespaces)
  }

  /// The values of both; those of `other` win.
  func merging(_ other: VectorCase) -> VectorCase {
    var merged = self
    merged.values.merge(other.values) { _, new in new }
    if !other.section.isEmpty { merged.section = other.section }
    return merged
  }

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

  /// A value in hexadecimal, its first `count` bytes: CAVS writes an empty one as `00`.
  func bytes(_ name: String, count: Int? = nil) throws -> [UInt8] {
    let digits = Array(try text(name))
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap { index in
      UInt8(String(digits[index...(index + 1)]), radix: 16)
    }
    guard bytes.count * 2 == digits.count, bytes.count >= count ?? 0 else {
      throw VectorError.badValue(name, in: testDescription)
    }
    return Array(bytes.prefix(count ?? bytes.count))
  }

  var testDescription: String {
    let shortened = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.prefix(40))" }
    return "[\(section)] \(shortened.joined(separator: " "))"
  }
}
