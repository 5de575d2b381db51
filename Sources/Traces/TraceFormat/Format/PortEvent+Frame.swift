public import CoreSeam
import MatterBytes

extension PortEvent.Content {
  /// The body of the frame that carries the event: one byte for the port, then the value.
  public var frameBody: [UInt8] {
    switch self {
    case .input(let event): Self.body(of: event.frame())
    case .output(let event): Self.body(of: event.frame())
    }
  }

  /// Whether the event went into the core.
  public var isInput: Bool {
    switch self {
    case .input: true
    case .output: false
    }
  }

  /// The datagram, if the event is one.
  public var datagram: Datagram? {
    switch self {
    case .input(.message(.datagram(let datagram))): datagram
    case .output(.message(.datagram(let datagram))): datagram
    case .input, .output: nil
    }
  }

  /// Reads a frame's body, of either direction: the port tells.
  init(frameBody: [UInt8]) throws(SeamError) {
    guard let port = frameBody.first else { throw .emptyFrame }
    self =
      port & 0x80 == 0
      ? .input(try InEvent(frameBody: frameBody.span))
      : .output(try OutEvent(frameBody: frameBody.span))
  }

  private static func body(of frame: Frame) -> [UInt8] {
    frame.bytes.span.copied(from: Frame.lengthSize)
  }
}

extension Span<UInt8> {
  /// The bytes from `start` on.
  package func copied(from start: Int = 0) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for index in start..<Swift.max(start, count) { bytes.append(self[index]) }
    return bytes
  }
}
