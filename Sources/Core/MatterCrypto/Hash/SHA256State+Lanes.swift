extension SHA256State {
  /// The same state in each lane.
  init(repeating state: SHA256State<UInt32>) {
    self.init(
      a: Word(constant: state.a), b: Word(constant: state.b),
      c: Word(constant: state.c), d: Word(constant: state.d),
      e: Word(constant: state.e), f: Word(constant: state.f),
      g: Word(constant: state.g), h: Word(constant: state.h))
  }

  /// The state of one lane.
  func lane(_ lane: Int) -> SHA256State<UInt32> {
    SHA256State<UInt32>(
      a: a[lane: lane], b: b[lane: lane], c: c[lane: lane], d: d[lane: lane],
      e: e[lane: lane], f: f[lane: lane], g: g[lane: lane], h: h[lane: lane])
  }

  mutating func setLane(_ lane: Int, to state: SHA256State<UInt32>) {
    a[lane: lane] = state.a
    b[lane: lane] = state.b
    c[lane: lane] = state.c
    d[lane: lane] = state.d
    e[lane: lane] = state.e
    f[lane: lane] = state.f
    g[lane: lane] = state.g
    h[lane: lane] = state.h
  }

  @inline(__always)
  mutating func formXOR(_ other: SHA256State) {
    a = a ^ other.a
    b = b ^ other.b
    c = c ^ other.c
    d = d ^ other.d
    e = e ^ other.e
    f = f ^ other.f
    g = g ^ other.g
    h = h ^ other.h
  }
}
