import CoreSeam
import MatterBytes
import MatterCore

/// Bytes as they may stand in the pipe, from either side: whatever is read as an event is written
/// again as the very same bytes, and the core acts on every event that it can be given.
@c(LLVMFuzzerTestOneInput)
public func fuzzFrames(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let buffer = unsafe UnsafeBufferPointer(start: start, count: count)
  let input = unsafe Span(_unsafeElements: buffer)
  var core = VerifiedCore()
  var outbox = Outbox()
  var assembler = FrameAssembler()
  var offset = 0
  while (try? assembler.consume(input, at: &offset)) == true {
    if let event = try? InEvent(frameBody: assembler.body) {
      requireSameBody(event.frame(), assembler.body)
      outbox.removeAll()
      core.step(event, into: &outbox)
      requireEvents(outbox.bytes)
    }
    if let event = try? OutEvent(frameBody: assembler.body) {
      requireSameBody(event.frame(), assembler.body)
    }
  }
  return 0
}

private func requireSameBody(_ frame: Frame, _ body: Span<UInt8>) {
  let written = frame.bytes.span.extracting(droppingFirst: Frame.lengthSize)
  precondition(written.hasSameBytes(as: body), "an event is written as it was read")
}

/// What a step emits must be whole frames, each an event.
private func requireEvents(_ frames: Span<UInt8>) {
  var assembler = FrameAssembler()
  var offset = 0
  do {
    while try assembler.consume(frames, at: &offset) {
      _ = try OutEvent(frameBody: assembler.body)
    }
  } catch {
    preconditionFailure("the core emits events")
  }
  precondition(assembler.isBetweenFrames, "the core emits whole frames")
}
