import MatterWire
import Testing

@Test(arguments: [
  (UInt64(0), false), (1, true), (0xFFFF_FFEF_FFFF_FFFF, true), (0xFFFF_FFF0_0000_0000, false),
  (.max, false),
])
func theOperationalRangeEndsWhereGroupsBegin(id: UInt64, isOperational: Bool) {
  #expect(NodeID(id).isOperational == isOperational)
}

@Test func theUnspecifiedNodeIsZero() {
  #expect(NodeID.unspecified == NodeID(0))
  #expect(!NodeID.unspecified.isOperational)
}
