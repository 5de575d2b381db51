import Testing
import Foundation
import TraceFormat

/// One of the traces in the folder of that name.
struct GoldenTrace: CustomTestStringConvertible, Sendable {
  let name: String

  var path: String { Self.folder.appending(path: name + ".pcapng").path }

  var testDescription: String { name }

  static let all: [GoldenTrace] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".pcapng") }.sorted().map {
      GoldenTrace(name: String($0.dropLast(".pcapng".count)))
    }
  }()

  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let folder = package.appending(path: "traces")

  func bytes() throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  func items() throws -> [TraceItem] {
    var reader = try TraceReader(path: path)
    var items: [TraceItem] = []
    while let item = try reader.next() { items.append(item) }
    return items
  }

  func events() throws -> [TraceEvent] {
    try items().compactMap { item in
      guard case .event(let event) = item else { return nil }
      return event
    }
  }
}
