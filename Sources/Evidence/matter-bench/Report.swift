import Foundation

/// How the figures are printed.
enum Format: String {
  case text, json
}

/// Prints each row as soon as it is measured.
struct Report {
  let format: Format

  func begin() {
    guard format == .text else { return }
    print(
      "Processor time for one operation; the median of repetitions in which all three took turns.")
    print("A ratio below 1 means that matter-sim is faster.\n")
    print(
      line(
        "", Contender.allCases.map(\.rawValue) + ["÷ OpenSSL", "÷ mbedTLS"]))
  }

  func add(_ name: String, _ timings: [Timing]) {
    let ours = timings.first { $0.contender == .ours }
    let ratios = timings.filter { $0.contender != .ours }.map { other in
      (other.contender, (ours?.median ?? .nan) / other.median)
    }
    switch format {
    case .text:
      print(
        line(
          name,
          timings.map { duration($0.median) } + ratios.map { String(format: "%.2f", $0.1) }))
    case .json:
      let times = timings.map { timing in
        let key = key(timing.contender)
        return String(
          format: "\"%@_ns\":%.1f,\"%@_ns_minimum\":%.1f", key, timing.median, key, timing.minimum)
      }
      let quotients = ratios.map {
        String(format: "\"ratio_to_%@\":%.3f", key($0.0), $0.1)
      }
      print("{\"row\":\"\(name)\"," + (times + quotients).joined(separator: ",") + "}")
    }
    fflush(nil)
  }

  /// A row of our own, which has nothing to stand beside.
  /// - Parameter toNative: how many times as long as with the native core it takes.
  func add(_ name: String, _ value: Double, _ unit: Unit, toNative: Double? = nil) {
    switch format {
    case .text:
      print(
        line(
          name, [unit.text(value)] + (toNative.map { [String(format: "%.2f × native", $0)] } ?? []))
      )
    case .json:
      let ratio = toNative.map { String(format: ",\"ratio_to_native\":%.3f", $0) } ?? ""
      print("{\"row\":\"\(name)\"," + unit.json(value) + ratio + "}")
    }
    fflush(nil)
  }

  /// What a row of our own is measured in.
  enum Unit {
    case bytes, microseconds, perSecond

    fileprivate func text(_ value: Double) -> String {
      switch self {
      case .bytes: String(format: "%.1f KiB", value / 1024)
      case .microseconds: String(format: "%.2f ms", value / 1000)
      case .perSecond: String(format: "%.0f /s", value)
      }
    }

    fileprivate func json(_ value: Double) -> String {
      switch self {
      case .bytes: String(format: "\"matter_sim_bytes\":%.0f", value)
      case .microseconds: String(format: "\"matter_sim_us\":%.0f", value)
      case .perSecond: String(format: "\"matter_sim_per_second\":%.0f", value)
      }
    }
  }

  private func key(_ contender: Contender) -> String {
    switch contender {
    case .ours: "matter_sim"
    case .openSSL: "openssl"
    case .mbedTLS: "mbedtls"
    }
  }

  private func line(_ name: String, _ cells: [String]) -> String {
    func padding(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(1, width - text.count))
    }
    return name + padding(name, 40) + cells.map { padding($0, 12) + $0 }.joined()
  }

  private func duration(_ nanoseconds: Double) -> String {
    if nanoseconds < 1e3 { return String(format: "%.0f ns", nanoseconds) }
    if nanoseconds < 1e6 { return String(format: "%.2f µs", nanoseconds / 1e3) }
    return String(format: "%.2f ms", nanoseconds / 1e6)
  }
}
