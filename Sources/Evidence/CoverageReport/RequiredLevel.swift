/// How much of a module has to be covered or justified.
public struct RequiredLevel: Equatable, Sendable {
  /// nil: every module of the manifest.
  public var module: String?
  /// Of conditions and of branches each, in hundredths of a percent.
  public var hundredths: Int

  public init(module: String?, hundredths: Int) {
    self.module = module
    self.hundredths = hundredths
  }

  /// Reads `100`, `97.5` or `MatterCore=100`; nil when the text is neither.
  public init?(_ text: String) {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard let share = parts.last, (1...2).contains(parts.count) else { return nil }
    guard let hundredths = Self.hundredths(share) else { return nil }
    guard parts.count == 1 || !parts[0].isEmpty else { return nil }
    self.init(module: parts.count == 2 ? String(parts[0]) : nil, hundredths: hundredths)
  }

  private static func hundredths(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy(Self.isNumber) else { return nil }
    guard let whole = Int(parts[0]), whole <= 100 else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : "0"
    guard fraction.count <= 2, let digits = Int(fraction) else { return nil }
    let hundredths = whole * 100 + (fraction.count == 1 ? digits * 10 : digits)
    return hundredths <= 10_000 ? hundredths : nil
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

extension CoverageReport {
  /// What keeps the modules below what is required of them, one line each: first how far they
  /// are, then each gap with what would close it, and what is wrong with the justifications. Empty
  /// when all is well.
  public func shortfalls(
    _ required: [RequiredLevel], namingGaps: Bool = true
  ) throws(CoverageReportError) -> [String] {
    for level in required {
      guard let name = level.module else { continue }
      guard modules.contains(where: { $0.name == name }) else {
        throw .unknownModule(name, known: modules.map(\.name))
      }
    }
    return modules.flatMap { shortfalls(of: $0, required, namingGaps) } + problems
  }

  private func shortfalls(
    of module: ModuleReport, _ required: [RequiredLevel], _ namingGaps: Bool
  ) -> [String] {
    let wanted =
      required.filter { $0.module == nil || $0.module == module.name }
      .map(\.hundredths).max() ?? 0
    let reached = module.totals.hundredths
    guard reached < wanted else { return [] }
    return ["\(module.name) is covered to \(percent(reached)), and \(percent(wanted)) is required"]
      + (namingGaps ? module.gaps.map(\.message) : [])
  }
}
