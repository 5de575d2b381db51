/// What became of one thing to be covered.
public enum CoverageState: Equatable, Sendable {
  case covered
  /// Not covered, and excused.
  case justified(Justification)
  case gap(CoverageGap)

  public var gap: CoverageGap? {
    switch self {
    case .gap(let gap): gap
    case .covered, .justified: nil
    }
  }

  var isJustified: Bool {
    switch self {
    case .justified: true
    case .covered, .gap: false
    }
  }

  /// The same, unless it is a gap: then excused.
  func excused(by justification: Justification) -> CoverageState {
    gap == nil ? self : .justified(justification)
  }
}
