import Foundation

/// A file of published test vectors, in the format of NIST's CAVS and its relatives.
///
/// Blocks of `name = value` lines are separated by blank lines. A block that holds the result is
/// a case; what stands in other blocks and in brackets holds for all cases that follow.
struct VectorFile {
  /// The cases in their order.
  let cases: [VectorCase]

  /// Reads a file of the package `cryptography_vectors`.
  /// - Parameters:
  ///   - path: relative to the package's folder.
  ///   - result: the name whose presence makes a block a case.
  /// - Throws: `VectorError`; a file that is absent is an error, never a reason to skip a test.
  init(_ path: String, result: String) throws {
    let file = try Self.folder().appending(path: path)
    guard let bytes = try? Data(contentsOf: file) else { throw VectorError.noFile(file.path) }
    cases = Self.parse(String(decoding: bytes, as: UTF8.self), result: result)
    guard !cases.isEmpty else { throw VectorError.noCases(file.path) }
  }

  /// The folder of the vectors: `MATTER_SIM_VECTORS` names it, or `tools/test` has made it.
  static func folder() throws -> URL {
    if let path = ProcessInfo.processInfo.environment["MATTER_SIM_VECTORS"] {
      return URL(filePath: path)
    }
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let libraries = package.appending(path: ".build/interop/venv/lib")
    for python in (try? FileManager.default.contentsOfDirectory(atPath: libraries.path)) ?? [] {
      let vectors = libraries.appending(path: "\(python)/site-packages/cryptography_vectors")
      if FileManager.default.fileExists(atPath: vectors.path) { return vectors }
    }
    throw VectorError.noFolder(libraries.path)
  }

  /// The cases of `text`.
  static func parse(_ text: String, result: String) -> [VectorCase] {
    var cases: [VectorCase] = []
    var context = VectorCase()
    var block = VectorCase()
    func endBlock() {
      if block.values[result] != nil {
        cases.append(context.merging(block))
      } else {
        context = context.merging(block)
      }
      block = VectorCase()
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.isEmpty {
        endBlock()
      } else if line.hasPrefix("[") {
        endBlock()
        context = context.merging(VectorCase(heading: line))
      } else if !line.hasPrefix("#") {
        block.add(line)
      }
    }
    endBlock()
    return cases
  }
}
