/// The rows, in an open hash table: what an instrumented copy does most is to find one.
@unsafe struct Table {
  private struct Row {
    /// 0 where there is no row; no key is 0.
    var key: UInt64 = 0
    var hits = 0
    /// The last input in which it was met, so that its first event there is kept.
    var input: Int32 = -1
  }

  private struct Meeting {
    let key: UInt64
    let input: Int32
    let number: Int32
  }

  nonisolated(unsafe) static var shared = unsafe Table()

  var input: Int32 = 0
  var number: Int32 = 0
  private var rows: UnsafeMutablePointer<Row>
  private var sizeLog: UInt64 = 12
  private var count = 0
  private var meetings: [Meeting] = []

  private init() {
    unsafe rows = Self.empty(1 &<< 12)
  }

  private static func empty(_ size: Int) -> UnsafeMutablePointer<Row> {
    let rows = UnsafeMutablePointer<Row>.allocate(capacity: size)
    unsafe rows.initialize(repeating: Row(), count: size)
    return unsafe rows
  }

  @inline(__always) mutating func note(_ key: UInt64) {
    let row = unsafe find(key)
    if unsafe row.pointee.key == key, unsafe row.pointee.input == input {
      unsafe row.pointee.hits &+= 1
    } else {
      unsafe meet(key)
    }
  }

  /// Where the row with this key is, or belongs.
  @inline(__always) private func find(_ key: UInt64) -> UnsafeMutablePointer<Row> {
    let mask: UInt64 = unsafe (1 &<< sizeLog) &- 1
    var place = unsafe (key &* 0x9E37_79B9_7F4A_7C15) &>> (64 &- sizeLog)
    while true {
      let row = unsafe rows + Int(truncatingIfNeeded: place)
      if unsafe row.pointee.key == key || row.pointee.key == 0 { return unsafe row }
      place = (place &+ 1) & mask
    }
  }

  @inline(never) private mutating func meet(_ key: UInt64) {
    if unsafe find(key).pointee.key == 0 {
      if unsafe count &* 2 >= 1 &<< Int(sizeLog) { unsafe grow() }
      unsafe count &+= 1
    }
    let row = unsafe find(key)
    unsafe row.pointee.key = key
    unsafe row.pointee.hits &+= 1
    unsafe row.pointee.input = input
    unsafe meetings.append(Meeting(key: key, input: input, number: number))
  }

  private mutating func grow() {
    let old = unsafe rows
    let size = unsafe 1 &<< Int(sizeLog)
    unsafe sizeLog &+= 1
    unsafe rows = Self.empty(size &* 2)
    for index in 0..<size where unsafe old[index].key != 0 {
      let place = unsafe find(old[index].key)
      unsafe place.pointee = old[index]
    }
    unsafe old.deallocate()
  }

  func noted() -> [MCDC.Noted] {
    var places: [UInt64: Int] = [:]
    var noted: [MCDC.Noted] = []
    for meeting in unsafe meetings {
      let key = meeting.key
      let place = places[key] ?? noted.count
      if place == noted.count {
        places[key] = place
        noted.append(MCDC.Noted(key: key, hits: unsafe find(key).pointee.hits))
      }
      let event = (input: Int(meeting.input), number: Int(meeting.number))
      if !noted[place].events.contains(where: { $0.input == event.input }) {
        noted[place].events.append(event)
      }
    }
    return noted
  }
}
