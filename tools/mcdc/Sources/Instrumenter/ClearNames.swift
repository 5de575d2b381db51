import CoverageData

// SwiftSyntax has a type of this name too.
typealias SourceRange = CoverageData.SourceRange
