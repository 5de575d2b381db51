import FoundationEssentials

/// A file of coverage data: JSON that begins by saying what it is.
public protocol CoverageDocument: Codable {
  static var currentFormat: String { get }
  var format: String { get }
}

extension CoverageManifest: CoverageDocument {}
extension RawCoverage: CoverageDocument {}

extension CoverageDocument {
  /// Reads a file of this format.
  public init(path: String) throws(CoverageFileError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw .unreadable(path)
    }
    let document: Self
    do {
      document = try JSONDecoder().decode(Self.self, from: data)
    } catch {
      throw .malformed(path, expected: Self.currentFormat, problem: CoverageProblem.of(error))
    }
    guard document.format == Self.currentFormat else {
      throw .malformed(
        path, expected: Self.currentFormat, problem: "its format is \(document.format)")
    }
    self = document
  }

  /// Writes the file; the same data give the same bytes.
  public func write(path: String) throws(CoverageFileError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      var data = try encoder.encode(self)
      data.append(UInt8(ascii: "\n"))
      try data.write(to: URL(filePath: path))
    } catch {
      throw .unwritable(path)
    }
  }
}
