import HostShell
import MatterBytes
import Testing

struct RandomnessTests {
  @Test(arguments: [1, 63, 64])
  func theKernelGivesWhatIsAskedFor(count: Int) {
    #expect(KernelEntropy().draw(count).count == count)
  }

  @Test func theKernelRepeatsNothing() {
    let source = KernelEntropy()
    #expect(source.draw(32) != source.draw(32))
  }
}
