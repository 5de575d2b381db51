package import AADL

/// A port of the core process.
package struct SeamPort: Sendable {
  package let name: String
  /// Whether the core receives by it.
  package let isInput: Bool
  /// None for an event without data.
  package let use: SeamTypeUse?
  package let documentation: [String]
  package let location: SourceLocation
}
