/// A place in a clean source: lines and columns from 1, columns in bytes of UTF-8.
public struct SourceRange: Codable, Hashable, Sendable {
  public var line: Int
  public var column: Int
  public var endLine: Int
  /// One past the last byte.
  public var endColumn: Int

  public init(line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }
}
