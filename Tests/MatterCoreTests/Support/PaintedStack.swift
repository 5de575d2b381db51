import CoreSeam
import Glibc
import MatterCore

/// Inputs for a core, and the core: everything on the heap, so that the stack holds only what a
/// step needs.
final class Replay {
  private let inputs: [InEvent]
  private var core = VerifiedCore()
  private var outbox = Outbox()

  init(_ inputs: [InEvent]) {
    self.inputs = inputs
  }

  func run() {
    for index in inputs.indices {
      outbox.removeAll()
      core.step(inputs[index], into: &outbox)
    }
  }
}

/// A stack that is filled with a pattern before a replay uses it.
enum PaintedStack {
  private static let size = 4 << 20
  private static let paint: UInt8 = 0xA5

  struct Failure: Error {}

  /// The bytes of stack that the replay has touched, in a thread of its own.
  static func use(of replay: Replay) throws -> Int {
    try unsafe afterRun(of: replay) { bytes in unsafe size - untouched(bytes) }
  }

  /// Whether the replay has left these bytes anywhere on its stack.
  static func holds(_ secret: [UInt8], after replay: Replay) throws -> Bool {
    try unsafe afterRun(of: replay) { bytes in
      for start in unsafe untouched(bytes)...(size - secret.count)
      where unsafe bytes[start] == secret[0] {
        let rest = unsafe bytes[start..<(start + secret.count)]
        if unsafe rest.elementsEqual(secret) { return true }
      }
      return false
    }
  }

  private static func untouched(_ stack: UnsafeRawBufferPointer) -> Int {
    unsafe stack.prefix { $0 == paint }.count
  }

  /// - Parameter look: gets the stack as the replay has left it.
  private static func afterRun<Result>(
    of replay: Replay, _ look: (UnsafeRawBufferPointer) -> Result
  ) throws -> Result {
    var memory: UnsafeMutableRawPointer?
    guard unsafe posix_memalign(&memory, 4096, size) == 0 else { throw Failure() }
    guard let stack = unsafe memory else { throw Failure() }
    defer { unsafe free(stack) }
    unsafe memset(stack, Int32(paint), size)
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    defer { unsafe attributes.deallocate() }
    unsafe pthread_attr_init(attributes)
    defer { unsafe pthread_attr_destroy(attributes) }
    guard unsafe pthread_attr_setstack(attributes, stack, size) == 0 else { throw Failure() }
    var thread = pthread_t()
    let argument = unsafe Unmanaged.passRetained(replay).toOpaque()
    let status = unsafe pthread_create(
      &thread, attributes,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Replay>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, argument)
    guard status == 0 else { throw Failure() }
    pthread_join(thread, nil)
    return unsafe look(UnsafeRawBufferPointer(start: stack, count: size))
  }
}
