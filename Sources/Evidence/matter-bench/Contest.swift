import Glibc

/// Who is measured.
enum Contender: String, CaseIterable {
  case ours = "matter-sim"
  case openSSL = "OpenSSL"
  case mbedTLS = "mbedTLS"
}

/// One operation done by each contender.
struct Contest {
  let name: String
  /// Each does its operation the given number of times.
  let entries: [(contender: Contender, work: (Int) -> Void)]
}

/// What a contender needed for one operation.
struct Timing {
  let contender: Contender
  /// Nanoseconds: the median of the repetitions' figures, and the smallest of them.
  let median: Double
  let minimum: Double
}

extension Contest {
  /// Measures the contenders in turn within each repetition, so that whatever slows the machine
  /// down for a while slows all of them. A repetition's figure is the best of its batches.
  func measure(_ effort: Effort) -> [Timing] {
    let counts = entries.map { Self.operations(for: effort.batch, $0.work) }
    var figures = entries.map { _ in [Double]() }
    for _ in 0..<effort.repetitions {
      var best = entries.map { _ in Double.infinity }
      for _ in 0..<effort.batches {
        for (index, entry) in entries.enumerated() {
          let time = Self.time(counts[index], entry.work) / Double(counts[index])
          best[index] = min(best[index], time)
        }
      }
      for index in entries.indices { figures[index].append(best[index]) }
    }
    return zip(entries, figures).map { entry, figures in
      Timing(
        contender: entry.contender, median: median(figures), minimum: figures.min() ?? .nan)
    }
  }

  /// How many operations fill a batch of `duration`.
  private static func operations(for nanoseconds: Double, _ work: (Int) -> Void) -> Int {
    var count = 1
    while true {
      let taken = time(count, work)
      if taken >= nanoseconds / 4 { return max(1, Int(Double(count) * nanoseconds / taken)) }
      count *= 4
    }
  }

  /// Nanoseconds of the processor's time for `count` operations: what else the machine does in
  /// the meantime does not count.
  private static func time(_ count: Int, _ work: (Int) -> Void) -> Double {
    let start = processorNanoseconds()
    work(count)
    return processorNanoseconds() - start
  }

  private static func processorNanoseconds() -> Double {
    var time = timespec()
    precondition(
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0, "a thread has a clock")
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }
}

/// How long to measure.
struct Effort {
  let repetitions: Int
  let batches: Int
  /// About how many nanoseconds one batch takes.
  let batch: Double

  static let usual = Effort(repetitions: 7, batches: 3, batch: 10e6)
  static let quick = Effort(repetitions: 1, batches: 1, batch: 1e6)
}

/// The middle figure, or the upper of the two in the middle.
func median(_ figures: [Double]) -> Double {
  figures.sorted()[figures.count / 2]
}
