import CoverageData

extension CoverageManifest.BranchKind {
  var words: String {
    switch self {
    case .switchCase: "case"
    case .nilCoalescing: "??"
    case .optionalChain: "optional chain"
    case .try: "try"
    case .catch: "catch"
    }
  }
}
