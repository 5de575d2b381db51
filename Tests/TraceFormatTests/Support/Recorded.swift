import CoreEngines
import HostShell
import OperatingSystem
import SimulatedTraces
import TraceFormat

/// A trace in memory.
struct Recorded {
  let bytes: [UInt8]

  init(_ scenario: Scenario, seed: UInt64? = 1, isRedacted: Bool = false) {
    let sink = Sink()
    let writer = TraceWriter(isRedacted: isRedacted) { (block) throws(SystemError) in
      sink.bytes += block
    }
    scenario.record(
      into: writer, coreHash: Self.coreHash, sourcesHash: Self.sourcesHash, seed: seed)
    bytes = sink.bytes
  }

  static let coreHash = [UInt8](repeating: 0xC0, count: 32)
  static let sourcesHash = [UInt8](repeating: 0x50, count: 32)

  /// The core of these tests, as the build with this hash: hashing the program that runs them takes
  /// long.
  static func core(hash: [UInt8] = coreHash, sourcesHash: [UInt8]? = nil) -> OpenedCore {
    OpenedCore(
      choice: .inProcess, path: "", build: CoreBuild(hash: hash, sourcesHash: sourcesHash),
      form: .library)
  }

  private final class Sink {
    var bytes: [UInt8] = []
  }
}

/// All that a reader finds, and whether it says that the file was cut.
func readAll(_ bytes: [UInt8]) throws(TraceError) -> (items: [TraceItem], isCut: Bool) {
  var reader = try TraceReader(bytes: bytes)
  var items: [TraceItem] = []
  while let item = try reader.next() { items.append(item) }
  return (items, reader.isCut)
}

extension TraceItem {
  var event: TraceEvent? {
    guard case .event(let event) = self else { return nil }
    return event
  }

  var capture: CapturedDatagram? {
    guard case .capture(let datagram) = self else { return nil }
    return datagram
  }
}

/// The bytes written in hexadecimal, spaces between them as wanted.
func hex(_ text: String) -> [UInt8] {
  let digits = text.filter(\.isHexDigit).map { UInt8($0.hexDigitValue ?? 0) }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
