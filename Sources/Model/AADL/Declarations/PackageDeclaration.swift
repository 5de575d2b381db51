/// What a component of some kind has at its outside, or is given to inherit.
package struct ComponentTypeDeclaration: Sendable {
  package let category: ComponentCategory
  package let name: Name
  package let extends: ClassifierReference?
  package var features: [FeatureDeclaration] = []
  package var flows: [FlowSpecification] = []
  package var modes: [ModeDeclaration] = []
  package var transitions: [ModeTransitionDeclaration] = []
  package var properties: [PropertyAssociation] = []
  package var uninterpreted: [UninterpretedDeclaration] = []
  package let documentation: [String]
  package var location: SourceLocation
}

/// How a component is made.
package struct ComponentImplementationDeclaration: Sendable {
  package let category: ComponentCategory
  package let type: Name
  package let name: Name
  package let extends: ClassifierReference?
  package var subcomponents: [SubcomponentDeclaration] = []
  package var connections: [ConnectionDeclaration] = []
  package var flows: [FlowImplementation] = []
  package var modes: [ModeDeclaration] = []
  package var transitions: [ModeTransitionDeclaration] = []
  package var properties: [PropertyAssociation] = []
  package var uninterpreted: [UninterpretedDeclaration] = []
  package let documentation: [String]
  package var location: SourceLocation

  package var fullName: String { type.text + "." + name.text }
}

package struct FeatureGroupTypeDeclaration: Sendable {
  package let name: Name
  package let extends: ClassifierReference?
  package var inverseOf: ClassifierReference?
  package var features: [FeatureDeclaration] = []
  package var properties: [PropertyAssociation] = []
  package var location: SourceLocation
}

/// A package: what it imports, and what it declares for others and for itself.
package struct PackageDeclaration: Sendable {
  /// All its names, joined by `::`.
  package let name: Name
  package var imports: [Name] = []
  /// Other names for packages (`alias` given) or classifiers.
  package var renames: [Renaming] = []
  package var types: [ComponentTypeDeclaration] = []
  package var implementations: [ComponentImplementationDeclaration] = []
  package var featureGroups: [FeatureGroupTypeDeclaration] = []
  package var uninterpreted: [UninterpretedDeclaration] = []
  package var properties: [PropertyAssociation] = []
  package let documentation: [String]
  package var location: SourceLocation

  package struct Renaming: Sendable {
    package enum Target: Sendable {
      case package(String)
      case classifier(ClassifierReference)
      case allOf(String)
    }

    package let alias: Name?
    package let target: Target
    package let location: SourceLocation
  }
}

/// What one text declares.
package struct ParsedFile: Sendable {
  package let tree: SyntaxTree
  package var packages: [PackageDeclaration]
  package var propertySets: [PropertySetDeclaration]
  package var diagnostics: [Diagnostic]
}
