/// A byte string of at most `capacity` bytes, held in place: no heap, no growth.
///
/// Two values are equal when their contents are; what an earlier, longer content left behind in
/// the storage never shows.
public struct BoundedBytes<let capacity: Int>: Sendable, Equatable {
  private var storage: [capacity of UInt8]

  /// How many bytes are in use, 0...`capacity`.
  public private(set) var count: Int

  /// The empty byte string.
  public init() {
    storage = [capacity of UInt8](repeating: 0)
    count = 0
  }

  /// A copy of `bytes`.
  /// - Throws: `capacityExceeded` when there are more than `capacity`.
  public init(copying bytes: Span<UInt8>) throws(ByteError) {
    self.init()
    try append(contentsOf: bytes)
  }

  /// A copy of bytes that are known to fit: at most `capacity`.
  public init(fitting bytes: Span<UInt8>) {
    self.init()
    add(contentsOf: bytes)
  }

  /// `count` zero bytes.
  /// - Throws: `capacityExceeded` when `count` is more than `capacity`.
  public init(zeros count: Int) throws(ByteError) {
    self.init()
    guard count >= 0 else { throw .capacityExceeded }
    guard count <= capacity else { throw .capacityExceeded }
    self.count = count
  }

  public var isEmpty: Bool { count == 0 }

  /// The bytes in use.
  ///
  /// Without `@_addressableSelf` Swift 6.3 may lend a span of a copy whose life has ended: on 32-bit
  /// targets the bytes of a local value were then gone before they were read.
  public var span: Span<UInt8> {
    @_lifetime(borrow self)
    @_addressableSelf borrowing get { storage.span.extracting(first: count) }
  }

  /// The bytes in use, to be changed in place.
  public var mutableSpan: MutableSpan<UInt8> {
    @_lifetime(&self)
    mutating get {
      // Swift 6.3 puts a box on the heap for `_consumingExtracting(first:)`.
      let whole = storage.mutableSpan
      return whole._consumingExtracting(0..<count)
    }
  }

  public subscript(index: Int) -> UInt8 {
    get {
      precondition(index < count, "index within the bytes in use")
      return storage[index]
    }
    set {
      precondition(index < count, "index within the bytes in use")
      storage[index] = newValue
    }
  }

  /// - Throws: `capacityExceeded` when full; the content is then unchanged.
  public mutating func append(_ byte: UInt8) throws(ByteError) {
    guard count < capacity else { throw .capacityExceeded }
    add(byte)
  }

  /// - Throws: `capacityExceeded` when they do not all fit; the content is then unchanged.
  public mutating func append(contentsOf bytes: Span<UInt8>) throws(ByteError) {
    guard bytes.count <= capacity - count else { throw .capacityExceeded }
    add(contentsOf: bytes)
  }

  /// Appends `value`, least significant byte first.
  /// - Throws: `capacityExceeded` when it does not fit; the content is then unchanged.
  public mutating func append(
    littleEndian value: some FixedWidthInteger & UnsignedInteger
  ) throws(ByteError) {
    guard value.bitWidth / 8 <= capacity - count else { throw .capacityExceeded }
    add(littleEndian: value)
  }

  /// Appends a byte that is known to fit.
  public mutating func add(_ byte: UInt8) {
    precondition(count < capacity, "there is room for the byte")
    storage[count] = byte
    count += 1
  }

  /// Appends bytes that are known to fit.
  public mutating func add(contentsOf bytes: Span<UInt8>) {
    precondition(bytes.count <= capacity - count, "there is room for the bytes")
    for index in bytes.indices {
      storage[count &+ index] = bytes[index]
    }
    count += bytes.count
  }

  /// Appends `value`, which is known to fit, least significant byte first.
  public mutating func add(littleEndian value: some FixedWidthInteger & UnsignedInteger) {
    let width = value.bitWidth / 8
    precondition(width <= capacity - count, "there is room for the value")
    var rest = value
    for index in 0..<width {
      storage[count &+ index] = UInt8(truncatingIfNeeded: rest)
      rest &>>= 8
    }
    count += width
  }

  /// Keeps the first `newCount` bytes.
  public mutating func truncate(to newCount: Int) {
    precondition(newCount >= 0, "a length is not negative")
    precondition(newCount <= count, "truncation does not lengthen")
    count = newCount
  }

  public static func == (left: borrowing Self, right: borrowing Self) -> Bool {
    left.span.hasSameBytes(as: right.span)
  }
}
