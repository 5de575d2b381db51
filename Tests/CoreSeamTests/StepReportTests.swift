import CoreSeam
import MatterBytes
import Testing

struct StepReportTests {
  private func bytes(_ report: StepReport) -> [UInt8] {
    let frame = report.frame
    return (0..<frame.count).map { frame[$0] }
  }

  @Test func aReportIsAFrameOfAPortThatNoCoreHas() {
    #expect(bytes(StepReport()) == [0, 0, 0, 1, 0xE0])
    #expect(
      bytes(StepReport(fuel: 0x0102_0304_0506_0708))
        == [0, 0, 0, 9, 0xE0, 8, 7, 6, 5, 4, 3, 2, 1])
  }

  @Test(arguments: [nil, 0, 1, .max] as [UInt64?])
  func aReportIsReadBack(_ fuel: UInt64?) {
    let body = Array(bytes(StepReport(fuel: fuel)).dropFirst(4))
    #expect(StepReport(frameBody: body.span) == StepReport(fuel: fuel))
  }

  @Test(arguments: [[], [0x81], [0xE0, 0], [0xE0] + [UInt8](repeating: 0, count: 7)])
  func anotherFrameIsNoReport(_ body: [UInt8]) {
    #expect(StepReport(frameBody: body.span) == nil)
  }
}
