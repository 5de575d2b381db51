import Foundation

extension Child {
  /// The next line that is not empty, which must be JSON of this type.
  func json<Value: Decodable>(
    _ type: Value.Type, within limit: Duration = .seconds(30)
  ) async throws -> Value {
    let line = try await line(within: limit) { !$0.isEmpty }
    return try decode(type, line)
  }

  func send(json value: some Encodable) throws {
    try send(String(decoding: JSONEncoder().encode(value), as: UTF8.self))
  }

  func decode<Value: Decodable>(_ type: Value.Type, _ line: String) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(line.utf8))
    } catch {
      throw ChildError.unreadable(name, line: line)
    }
  }
}
