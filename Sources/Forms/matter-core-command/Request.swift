/// One buffer of bytes as WASI wants it, and how many of them it has read or written.
struct Request {
  /// The list of buffers: this one's address and its length.
  private var vector: [2 of UInt32]
  private(set) var done: UInt32 = 0

  init(address: UInt, count: Int) {
    vector = [UInt32(address), UInt32(count)]
  }

  /// Reads or writes.
  /// - Returns: 0, or the number of an error.
  mutating func pass(
    to call: (UInt32, UInt32, UInt32, UInt32) -> UInt32, descriptor: UInt32
  ) -> UInt32 {
    unsafe withUnsafePointer(to: &vector) { vector in
      unsafe withUnsafePointer(to: &done) { done in
        unsafe call(descriptor, Self.address(vector), 1, Self.address(done))
      }
    }
  }

  private static func address<Value>(_ pointer: UnsafePointer<Value>) -> UInt32 {
    UInt32(UInt(bitPattern: pointer))
  }
}
