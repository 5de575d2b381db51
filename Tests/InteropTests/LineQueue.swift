import Foundation
import Synchronization

/// The lines that a file handle delivers, read as they come and kept until they are wanted.
final class LineQueue: Sendable {
  private struct State {
    var lines: [String] = []
    var hasEnded = false
  }

  private let state = Mutex(State())

  init(reading handle: FileHandle) {
    Thread.detachNewThread { [self] in
      var pending = Data()
      while true {
        let piece = handle.availableData
        if piece.isEmpty { break }
        pending.append(piece)
        while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
          let line = String(decoding: pending[..<end], as: UTF8.self)
          state.withLock { $0.lines.append(line) }
          pending = Data(pending[(end + 1)...])
        }
      }
      let rest = String(decoding: pending, as: UTF8.self)
      state.withLock {
        if !rest.isEmpty { $0.lines.append(rest) }
        $0.hasEnded = true
      }
    }
  }

  /// What the next line turned out to be.
  enum Next: Equatable {
    case line(String)
    case end
    case nothingYet
  }

  /// Takes the next line.
  func next() -> Next {
    state.withLock { state in
      if !state.lines.isEmpty { return .line(state.lines.removeFirst()) }
      return state.hasEnded ? .end : .nothingYet
    }
  }
}
