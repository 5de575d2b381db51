package import AADL
package import SeamGenerator

/// Data of the seam whose Data_Size is not that of its largest encoding.
package struct SeamSizes {
  package init() {}

  package func diagnostics(of seam: Seam, in model: Model) -> [Diagnostic] {
    seam.definitions.compactMap { definition in
      guard let id = classifier(of: definition, model) else { return nil }
      guard let value = model.property("memory_properties::data_size", of: id) else { return nil }
      guard let declared = model.properties.upperBound(value, in: .size) else { return nil }
      guard let size = seam.largestEncoding(of: .named(definition.name)) else { return nil }
      guard declared != Int64(size) * 8 else { return nil }
      return Diagnostic(
        "'\(definition.name)' takes up to \(size) bytes in a frame, not \(sizeText(declared))",
        at: value.location)
    }.sorted()
  }

  private func classifier(of definition: SeamDefinition, _ model: Model) -> Model.ClassifierID? {
    model.types.indices.first {
      model.types[$0].declaration.name.text == definition.name
    }.map { .type($0) }
  }
}
