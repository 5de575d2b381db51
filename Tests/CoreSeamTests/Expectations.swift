import CoreSeam
import MatterBytes
import Testing

/// The encoding of a value: room for the largest, and a little more.
func encoding(of value: some SeamValue) throws -> BoundedBytes<2048> {
  var output = BoundedBytes<2048>()
  try value.encode(into: &output)
  return output
}

/// What a type reads from the first bytes of an encoding.
func decoded<Value: SeamValue>(
  _ type: Value.Type, from bytes: BoundedBytes<2048>, first count: Int
) throws(SeamError) -> Value {
  var reader = ByteReader(bytes.span.extracting(first: count))
  let value = try Value(from: &reader)
  #expect(reader.remaining == 0)
  return value
}

func expectRoundTrips<Value: SeamSample>(of type: Value.Type) throws {
  for sample in Value.samples {
    let bytes = try encoding(of: sample)
    #expect(try decoded(type, from: bytes, first: bytes.count) == sample)
  }
}

func expectTruncationsAreRefused<Value: SeamSample>(of type: Value.Type) throws {
  for sample in Value.samples {
    let bytes = try encoding(of: sample)
    for count in 0..<bytes.count {
      #expect(throws: SeamError.truncated) { try decoded(type, from: bytes, first: count) }
    }
  }
}

func expectUnknownCasesAreRefused<Value: SeamValue>(by type: Value.Type, from first: UInt8) {
  for tag in first...UInt8.max {
    let bytes = [tag]
    #expect(throws: SeamError.unknownCase) {
      var reader = ByteReader(bytes.span)
      _ = try Value(from: &reader)
    }
  }
}

func expectTooManyBytesAreRefused<Value: SeamValue>(by type: Value.Type, capacity: Int) {
  for length in [capacity + 1, 65_535] {
    var bytes = [UInt8(truncatingIfNeeded: length), UInt8(truncatingIfNeeded: length >> 8)]
    bytes += [UInt8](repeating: 0, count: length)
    #expect(throws: SeamError.tooLong) {
      var reader = ByteReader(bytes.span)
      _ = try Value(from: &reader)
    }
  }
}

/// Every event is in its frame again; with a byte less, a byte more, or at no port it is refused.
func expectFramesRoundTrip<Event: EventSample>(of type: Event.Type) throws {
  for sample in Event.samples {
    let frame = sample.frame().bytes
    let body = (Frame.lengthSize..<frame.count).map { frame[$0] }
    let length = (0..<Frame.lengthSize).reduce(0) { $0 << 8 | Int(frame[$1]) }
    #expect(length == body.count)
    #expect(try Event(frameBody: body.span) == sample)
    let longer = body + [0]
    #expect(throws: SeamError.trailingBytes) { try Event(frameBody: longer.span) }
    let shorter = Array(body.dropLast())
    #expect(throws: shorter.isEmpty ? SeamError.emptyFrame : .truncated) {
      try Event(frameBody: shorter.span)
    }
    for port in [UInt8(0), 0x7F, 0xFF] {
      let elsewhere = [port] + body.dropFirst()
      #expect(throws: SeamError.unknownPort) { try Event(frameBody: elsewhere.span) }
    }
  }
}
