import CoreSeam
import MatterBytes

/// Bytes as they may stand in the pipe, from either side: whatever is read as an event is written
/// again as the very same bytes.
@c(LLVMFuzzerTestOneInput)
public func fuzzFrames(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let buffer = unsafe UnsafeBufferPointer(start: start, count: count)
  let input = unsafe Span(_unsafeElements: buffer)
  var assembler = FrameAssembler()
  var offset = 0
  while (try? assembler.consume(input, at: &offset)) == true {
    if let event = try? InEvent(frameBody: assembler.body) {
      requireSameBody(event.frame(), assembler.body)
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
