import Glibc
import OperatingSystem
import Testing

struct EventLoopTests {
  @Test func timersRunInTheOrderOfTheirTimes() {
    let loop = EventLoop()
    let start = MonotonicClock.now()
    var order: [Int] = []
    for (number, delay) in [(3, 9000), (1, 2000), (2, 5000)] as [(Int, UInt64)] {
      loop.schedule(at: start + delay) { order.append(number) }
    }
    loop.run()
    #expect(order == [1, 2, 3])
  }

  @Test func timersOfTheSameTimeRunInTheOrderInWhichTheyWereAdded() {
    let loop = EventLoop()
    let time = MonotonicClock.now() + 3000
    var order: [Int] = []
    for number in 0..<20 { loop.schedule(at: time) { order.append(number) } }
    loop.run()
    #expect(order == Array(0..<20))
  }

  @Test(arguments: [0, 1, 999, 1000, 1001, 20_500] as [UInt64])
  func aTimerRunsNotBeforeItsTime(delay: UInt64) {
    let loop = EventLoop()
    let time = MonotonicClock.now() + delay
    var ranAt: UInt64 = 0
    loop.schedule(at: time) { ranAt = MonotonicClock.now() }
    loop.run()
    #expect(ranAt >= time)
  }

  @Test func aCancelledTimerDoesNotRun() {
    let loop = EventLoop()
    var runs = 0
    let cancelled = loop.schedule(after: 1000) { runs += 100 }
    loop.schedule(after: 2000) { runs += 1 }
    loop.cancel(cancelled)
    loop.run()
    #expect(runs == 1)
  }

  @Test func aTimerThatAlwaysAsksForAnotherLeavesDescriptorsTheirTurn() throws {
    let loop = EventLoop()
    let pipe = try TestPipe()
    var spins = 0
    func spin() {
      spins += 1
      if spins == 10 { pipe.write(1) }
      loop.schedule(at: 0, spin)
    }
    spin()
    loop.whenReadable(pipe.reading) { loop.stop() }
    loop.run()
    #expect(spins >= 10)
    #expect(spins < 1000)
  }

  @Test func aHandlerThatIsForgottenDuringTheSameWakeUpIsNotCalled() throws {
    let loop = EventLoop()
    let pipes = try [TestPipe(), TestPipe()]
    var calls = 0
    for (index, pipe) in pipes.enumerated() {
      pipe.write(1)
      loop.whenReadable(pipe.reading) {
        calls += 1
        loop.forget(pipes[1 - index].reading)
        loop.forget(pipe.reading)
      }
    }
    loop.run()
    #expect(calls == 1)
  }

  @Test func nothingLeftToWaitForEndsTheLoop() {
    EventLoop().run()
  }

  @Test func theEndOfAPipeCountsAsReadable() throws {
    let loop = EventLoop()
    let pipe = try TestPipe()
    var isReadable = false
    loop.whenReadable(pipe.reading) {
      isReadable = true
      loop.stop()
    }
    pipe.closeWriting()
    loop.run()
    #expect(isReadable)
  }

  @Test func anIdleLoopWakesUpForItsTimerOnly() throws {
    let loop = EventLoop()
    let pipe = try TestPipe()
    loop.whenReadable(pipe.reading) {}
    loop.schedule(after: 300_000) { loop.stop() }
    loop.run()
    #expect(loop.wakeUps == 1)
  }
}
