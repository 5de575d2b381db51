import CoreSeam
import MatterCore

/// The core between its pipes: whole frames in, one step for each, whole frames out.
struct FramePump: ~Copyable {
  private var core = VerifiedCore()
  private var outbox = Outbox()
  private var assembler = FrameAssembler()
  private var buffer = [4096 of UInt8](repeating: 0)

  /// Works until the input ends, or cannot be understood any more.
  mutating func run() -> Ending {
    do throws(PipeError) {
      while true {
        let count = try StandardPipes.read(into: &buffer)
        guard count > 0 else { return assembler.isBetweenFrames ? .inputEnded : .frameCutShort }
        if let error = try act(onFirst: count) { return .frameRefused(error) }
      }
    } catch {
      return Ending(error)
    }
  }

  /// Steps the core once for each frame that the buffer's first bytes complete.
  /// - Returns: what is wrong with a frame, if anything is.
  private mutating func act(onFirst count: Int) throws(PipeError) -> SeamError? {
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
      try StandardPipes.write(outbox.bytes)
      outbox.removeAll()
    }
  }
}
