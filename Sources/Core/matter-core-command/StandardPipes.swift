import MatterBytes

/// Standard input, output and error as WASI has them.
struct StandardPipes: ~Copyable {
  /// What is read, until it is used up.
  private(set) var input = [4096 of UInt8](repeating: 0)
  /// A buffer as WASI wants it: its address and its length.
  private var vector: [2 of UInt32] = [0, 0]
  private var count: UInt32 = 0

  /// Waits for bytes.
  /// - Returns: how many there are now at the front of `input`, 0 at the end, or `nil` when standard
  ///   input cannot be read.
  mutating func read() -> Int? {
    vector = [unsafe withUnsafePointer(to: &input, Self.address), 4096]
    let error = fdRead(0, vectorAddress, 1, countAddress)
    return error == 0 ? Int(count) : nil
  }

  /// Writes all of `bytes` to a descriptor.
  /// - Returns: whether that went well.
  mutating func write(_ bytes: Span<UInt8>, to descriptor: UInt32 = 1) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let rest = bytes.extracting(droppingFirst: offset)
      vector = unsafe rest.withUnsafeBytes { bytes in
        [UInt32(UInt(bitPattern: bytes.baseAddress)), UInt32(bytes.count)]
      }
      guard fdWrite(descriptor, vectorAddress, 1, countAddress) == 0 else { return false }
      offset += Int(count)
    }
    return true
  }

  private var vectorAddress: UInt32 {
    mutating get { unsafe withUnsafePointer(to: &vector, Self.address) }
  }

  private var countAddress: UInt32 {
    mutating get { unsafe withUnsafePointer(to: &count, Self.address) }
  }

  private static func address<Value>(_ pointer: UnsafePointer<Value>) -> UInt32 {
    UInt32(UInt(bitPattern: pointer))
  }
}
