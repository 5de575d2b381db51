import CoreSeam
import MatterBytes
import MatterCore

/// The core between its pipes: whole frames in, one step for each, whole frames out.
struct FramePump: ~Copyable {
  private var core = VerifiedCore()
  private var outbox = Outbox()
  private var assembler = FrameAssembler()
  private var pipes = StandardPipes()

  /// Works until the input ends, or cannot be understood any more.
  mutating func run() -> Ending {
    while true {
      guard let count = pipes.read() else { return .inputUnreadable }
      guard count > 0 else { return assembler.isBetweenFrames ? .inputEnded : .frameCutShort }
      if let ending = act(onFirst: count) { return ending }
    }
  }

  /// Tells standard error in one line what went wrong, if anything did.
  mutating func report(_ ending: Ending) {
    var line = BoundedBytes<80>()
    do {
      let message = ending.message
      for index in 0..<message.utf8CodeUnitCount {
        try line.append(unsafe message.utf8Start[index])
      }
    } catch {
      preconditionFailure("a message is one line")
    }
    _ = pipes.write(line.span, to: 2)
  }

  /// Steps the core once for each frame that the input's first bytes complete.
  /// - Returns: why it cannot go on, if it cannot.
  private mutating func act(onFirst count: Int) -> Ending? {
    var offset = 0
    while true {
      do throws(SeamError) {
        guard try assembler.consume(pipes.input.span.extracting(first: count), at: &offset) else {
          return nil
        }
        core.step(try InEvent(frameBody: assembler.body), into: &outbox)
      } catch {
        return .frameRefused
      }
      guard pipes.write(outbox.bytes) else { return .outputUnwritable }
      outbox.removeAll()
    }
  }
}
