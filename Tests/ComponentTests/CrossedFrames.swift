import CoreSeam
import Foundation
import Testing

/// What crossed the seams of a composition's cores, as the composition tells it.
struct CrossedFrames {
  enum Side: UInt8, CaseIterable {
    case commissioner = 0
    case device = 1
  }

  enum Event: Equatable {
    case input(InEvent)
    case output(OutEvent)
  }

  let frames: [(side: Side, bytes: [UInt8])]

  init(_ record: Data) throws {
    var frames: [(side: Side, bytes: [UInt8])] = []
    var rest = Array(record)[...]
    while let number = rest.popFirst() {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      frames.append((try #require(Side(rawValue: number)), Array(rest.prefix(4 + length))))
      rest = rest.dropFirst(4 + length)
    }
    self.frames = frames
  }

  /// The frames of one party that went in, or those that came out, one after another.
  func bytes(of side: Side, isInput: Bool) -> [UInt8] {
    frames.filter { $0.side == side && ($0.bytes[4] < 0x80) == isInput }.flatMap(\.bytes)
  }

  func events(of side: Side) throws -> [Event] {
    try frames.filter { $0.side == side }.map { frame in
      let body = Array(frame.bytes.dropFirst(4))
      return body[0] < 0x80
        ? .input(try InEvent(frameBody: body.span)) : .output(try OutEvent(frameBody: body.span))
    }
  }
}
