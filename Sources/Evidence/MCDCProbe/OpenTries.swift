/// For each `try` how many of its evaluations have not returned.
@unsafe struct OpenTries {
  private struct Count {
    var open = 0
    var isListed = false
  }

  nonisolated(unsafe) static var shared = unsafe OpenTries()

  private var counts: UnsafeMutablePointer<Count>
  private var capacity = 1024
  /// The ids whose count is not known to be 0.
  private var listed: [UInt32] = []

  private init() {
    unsafe counts = .allocate(capacity: 1024)
    unsafe counts.initialize(repeating: Count(), count: 1024)
  }

  @inline(__always) mutating func begin(_ id: UInt32) {
    if unsafe Int(id) >= capacity { unsafe grow(for: Int(id)) }
    unsafe counts[Int(id)].open &+= 1
    if unsafe !counts[Int(id)].isListed {
      unsafe counts[Int(id)].isListed = true
      unsafe listed.append(id)
    }
  }

  @inline(__always) mutating func end(_ id: UInt32) {
    unsafe counts[Int(id)].open &-= 1
  }

  /// Calls `body` for each `try` that has not returned as often as it was entered, and forgets all.
  mutating func settle(_ body: (UInt32, Int) -> Void) {
    for id in unsafe listed {
      let open = unsafe counts[Int(id)].open
      unsafe counts[Int(id)] = Count()
      if open > 0 { body(id, open) }
    }
    unsafe listed.removeAll(keepingCapacity: true)
  }

  @inline(never) private mutating func grow(for id: Int) {
    let size = max(unsafe capacity &* 2, id &+ 1)
    let larger = UnsafeMutablePointer<Count>.allocate(capacity: size)
    unsafe larger.moveInitialize(from: counts, count: capacity)
    unsafe (larger + capacity).initialize(repeating: Count(), count: size &- capacity)
    unsafe counts.deallocate()
    unsafe counts = larger
    unsafe capacity = size
  }
}
