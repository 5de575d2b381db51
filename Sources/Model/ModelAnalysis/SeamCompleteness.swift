package import AADL
package import SeamGenerator

/// In-ports that the core's Swift does not handle, and out-ports it never emits at.
///
/// Handled is a port whose case of `InEvent` stands in a file that declares a function `step`;
/// emitted at is one whose case of `OutEvent` is appended to an outbox.
package struct SeamCompleteness {
  private let sources: [SwiftSource]

  /// - Parameter sources: the Swift files of the core.
  package init(_ sources: [SwiftSource]) {
    self.sources = sources
  }

  package func diagnostics(of seam: Seam) -> [Diagnostic] {
    let steps = sources.filter { $0.contains(["func", "step", "("]) }
    return seam.ports.compactMap { port in
      let name = SeamName.swiftCase(of: port)
      let isThere =
        port.isInput
        ? steps.contains { $0.contains(["case", ".", name]) }
        : sources.contains { $0.contains(["append", "(", ".", name]) }
      guard !isThere else { return nil }
      let message =
        port.isInput
        ? "the core's step does not handle the in-port '\(port.name)' (case .\(name) of InEvent)"
        : "the core emits nothing at the out-port '\(port.name)' (case .\(name) of OutEvent)"
      return Diagnostic(message, at: port.location)
    }
  }
}
