import MatterBytes

/// A commissioner and a device on a wire that the input commands: what is delivered, lost, doubled,
/// changed, cut or made up, what the hosts order meanwhile, and how time passes.
@c(LLVMFuzzerTestOneInput)
public func fuzzDatagrams(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let buffer = unsafe UnsafeBufferPointer(start: start, count: count)
  var script = ByteReader(unsafe Span(_unsafeElements: buffer))
  var wire = HostileWire()
  while let operation = try? script.readByte() {
    guard (try? wire.perform(operation, &script)) != nil else { break }
  }
  return 0
}
