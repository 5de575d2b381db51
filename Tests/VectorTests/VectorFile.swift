import Foundation

/// The files of the Python package `cryptography_vectors`.
enum VectorFile {
  /// The cases of a file, in their order.
  /// - Parameters:
  ///   - path: relative to the package's folder.
  ///   - result: the name whose presence makes a block a case.
  /// - Throws: `VectorError`; a file that is absent is an error, never a reason to skip a test.
  static func cases(_ path: String, result: String) throws -> [VectorCase] {
    let file = try folder().appending(path: path)
    guard let bytes = try? Data(contentsOf: file) else { throw VectorError.noFile(file.path) }
    var parser = VectorParser(result: result)
    parser.read(String(decoding: bytes, as: UTF8.self))
    guard !parser.cases.isEmpty else { throw VectorError.noCases(file.path) }
    return parser.cases
  }

  /// The folder of the vectors: `MATTER_SIM_VECTORS` names it, or `tools/test` has made it.
  private static func folder() throws -> URL {
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
}
