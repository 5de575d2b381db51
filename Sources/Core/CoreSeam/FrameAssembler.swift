import MatterBytes

/// Puts frames together from the pieces in which a pipe delivers them.
///
/// A length that no frame can have is refused as soon as its four bytes are there, so no peer of
/// the pipe can make the other side wait for, or hold, more than one frame.
public struct FrameAssembler: Sendable {
  private var pending = FrameBytes()
  private var isComplete = false

  public init() {}

  /// Whether no frame has been begun: the end of the input is then no loss.
  public var isBetweenFrames: Bool { pending.isEmpty || isComplete }

  /// The port and value of the frame that `consume` completed.
  public var body: Span<UInt8> {
    @_lifetime(borrow self)
    @_addressableSelf borrowing get {
      pending.span.extracting(droppingFirst: min(Frame.lengthSize, pending.count))
    }
  }

  /// Takes bytes of `input` from `offset` on, up to the end of one frame, and moves `offset`.
  /// - Returns: whether a frame is complete; it stays readable as `body` until the next call.
  /// - Throws: `emptyFrame` or `oversizedFrame`; the stream cannot be read on after that.
  public mutating func consume(
    _ input: Span<UInt8>, at offset: inout Int
  ) throws(SeamError) -> Bool {
    if isComplete {
      pending.truncate(to: 0)
      isComplete = false
    }
    while offset < input.count {
      let wanted = try wantedCount() - pending.count
      let available = min(wanted, input.count - offset)
      do {
        try pending.append(contentsOf: input.extracting(offset..<(offset + available)))
      } catch {
        throw .oversizedFrame
      }
      offset += available
      if try pending.count == wantedCount() {
        isComplete = true
        return true
      }
    }
    return false
  }

  /// How many bytes there must be before there is something to decide: the length, then the frame.
  private func wantedCount() throws(SeamError) -> Int {
    guard pending.count >= Frame.lengthSize else { return Frame.lengthSize }
    var length: UInt32 = 0
    for index in 0..<Frame.lengthSize { length = length &<< 8 | UInt32(pending[index]) }
    guard length > 0 else { throw .emptyFrame }
    guard length <= UInt32(Frame.largestBody) else { throw .oversizedFrame }
    return Frame.lengthSize + Int(length)
  }
}
