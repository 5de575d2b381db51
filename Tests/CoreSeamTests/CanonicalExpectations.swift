import CanonicalABI
import Testing

/// Where the arena of these tests would lie in linear memory.
let arenaBase: UInt32 = 0x0001_2340

/// What a value becomes, with its lists.
func lowering(of value: some CanonicalValue) throws -> FlatWriter {
  var writer = FlatWriter()
  writer.begin(arenaAt: arenaBase)
  try value.lower(into: &writer)
  return writer
}

func expectCanonicalRoundTrips<Value: SeamSample & CanonicalValue>(
  of type: Value.Type, slots: Int
) throws {
  #expect(Value.slotCount == slots)
  for sample in Value.samples {
    let lowered = try lowering(of: sample)
    #expect(lowered.values.count == slots)
    var reader = FlatReader(lowered.values, arena: lowered.arena.span, at: arenaBase)
    let value = try Value(lifting: &reader)
    let end = reader.index
    #expect(value == sample)
    #expect(end == slots)
  }
}

func expectUnknownCasesAreNotLifted<Value: CanonicalValue>(by type: Value.Type, from first: UInt64)
{
  for tag in [first, first + 1, 255, 256, UInt64(UInt32.max)] {
    var values = FlatValues()
    values.append(tag)
    for _ in 1..<FlatValues.largestCount { values.append(0) }
    #expect(throws: CanonicalError.unknownCase) { try lifted(type, from: values) }
  }
}

/// What a type lifts when its lists would lie in an arena of `count` bytes.
func lifted<Value: CanonicalValue>(
  _ type: Value.Type, from values: FlatValues, arena count: Int = 0
) throws(CanonicalError) -> Value {
  let arena = [UInt8](repeating: 0x5A, count: count)
  var reader = FlatReader(values, arena: arena.span, at: arenaBase)
  return try Value(lifting: &reader)
}

func flatValues(_ values: [UInt64]) -> FlatValues {
  var flat = FlatValues()
  for value in values { flat.append(value) }
  return flat
}

/// The lists of a lowered value, one after another.
func lists(of writer: FlatWriter) -> [UInt8] {
  let span = writer.arena.span
  return span.indices.map { span[$0] }
}
