/// What a core hands to its out-ports, as frames.
final class OutPortFrames: WasmtimeImports {
  var frames: [UInt8] = []

  let functions = CoreInterface.outPorts.map { (name: $0.name, type: $0.outputType) }

  func call(
    _ index: Int, _ arguments: [UInt64], memory: UnsafeRawBufferPointer
  ) -> Bool {
    let port = CoreInterface.outPorts[index]
    switch port.value {
    case .encoded, .bytes:
      let start = Int(UInt32(truncatingIfNeeded: arguments[0]))
      let count = Int(UInt32(truncatingIfNeeded: arguments[1]))
      guard start + count <= memory.count else { return false }
      let bytes = unsafe UnsafeRawBufferPointer(rebasing: memory[start..<(start + count)])
      let length = port.value == .bytes ? Self.littleEndian(UInt64(count), 2)[...] : []
      unsafe emit(port.tag, length + bytes)
    case .number(let bytes):
      emit(port.tag, Self.littleEndian(arguments[0], bytes))
    case .optionalNumber(let bytes):
      let isThere = UInt32(truncatingIfNeeded: arguments[0]) != 0
      emit(port.tag, isThere ? [1] + Self.littleEndian(arguments[1], bytes) : [0])
    }
    return true
  }

  private func emit(_ tag: UInt8, _ value: some Collection<UInt8>) {
    let length = value.count + 1
    for shift in [24, 16, 8, 0] { frames.append(UInt8(truncatingIfNeeded: length >> shift)) }
    frames.append(tag)
    frames += value
  }

  private static func littleEndian(_ number: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
  }
}
