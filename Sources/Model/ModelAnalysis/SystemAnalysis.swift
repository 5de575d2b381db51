package import AADL

/// One question that is asked of a system.
package protocol SystemAnalysis {
  /// What is wrong with the system, each finding at its place in the model.
  func diagnostics(of system: SystemInstance) -> [Diagnostic]
}

extension SystemInstance {
  /// Whether a component has components other than data inside.
  func isComposite(_ component: ComponentInstance) -> Bool {
    component.children.contains { components[$0].category != .data }
  }

  /// How diagnostics call a component.
  func name(of component: ComponentInstance) -> String {
    component.path.isEmpty ? component.name : component.path
  }
}
