import CoreSeam
import MatterBytes
import MatterCore

/// The core between its pipes, whatever they are: whole frames in, one step for each, whole frames
/// out.
public struct FramePump: ~Copyable {
  private var core = VerifiedCore()
  private var outbox = Outbox()
  private var assembler = FrameAssembler()
  private var buffer = [4096 of UInt8](repeating: 0)
  private let reportsSteps: Bool

  /// - Parameter reportsSteps: whether a `StepReport` follows what each step emits.
  public init(reportsSteps: Bool = false) {
    self.reportsSteps = reportsSteps
  }

  /// Works until the input ends, or cannot be understood any more.
  /// - Parameters:
  ///   - read: waits for bytes and puts them at the front of what it is given; returns how many
  ///     there are, 0 at the end of the input.
  ///   - write: writes all that it is given.
  public mutating func run(
    read: (inout MutableSpan<UInt8>) throws(PipeError) -> Int,
    write: (Span<UInt8>) throws(PipeError) -> Void
  ) -> Ending {
    do throws(PipeError) {
      while true {
        let count = try take(read)
        guard count > 0 else { return assembler.isBetweenFrames ? .inputEnded : .frameCutShort }
        if let error = try act(onFirst: count, write) { return .frameRefused(error) }
      }
    } catch {
      return Ending(error)
    }
  }

  private mutating func take(
    _ read: (inout MutableSpan<UInt8>) throws(PipeError) -> Int
  ) throws(PipeError) -> Int {
    var front = buffer.mutableSpan
    return try read(&front)
  }

  /// Steps the core once for each frame that the buffer's first bytes complete.
  /// - Returns: what is wrong with a frame, if anything is.
  private mutating func act(
    onFirst count: Int, _ write: (Span<UInt8>) throws(PipeError) -> Void
  ) throws(PipeError) -> SeamError? {
    var offset = 0
    while true {
      do throws(SeamError) {
        guard try assembler.consume(buffer.span.extracting(first: count), at: &offset) else {
          return nil
        }
        core.step(try InEvent(frameBody: assembler.body), into: &outbox)
      } catch {
        return error
      }
      try write(outbox.bytes)
      outbox.removeAll()
      if reportsSteps { try write(StepReport().frame.span) }
    }
  }
}
