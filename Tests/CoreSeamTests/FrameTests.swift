import CoreSeam
import MatterBytes
import Testing

@Suite struct FrameTests {
  @Test func theLargestDatagramFillsTheLargestFrame() throws {
    let datagram = Datagram(
      peer: PeerHandle(rawValue: 1), bytes: try BoundedBytes(zeros: 1232))
    let frame = InEvent.message(.datagram(datagram)).frame()
    #expect(frame.bytes.count == Frame.lengthSize + Frame.largestBody)
  }
}
