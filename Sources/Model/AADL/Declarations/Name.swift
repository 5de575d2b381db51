/// An identifier as it is written. AADL does not tell capitals from small letters.
package struct Name: Sendable {
  package let text: String
  package let location: SourceLocation

  package init(text: String, location: SourceLocation) {
    self.text = text
    self.location = location
  }

  /// The same for all ways to write the name.
  package var key: String { text.lowercased() }
}

/// Names with dots between them: a feature of a subcomponent, a contained element.
package struct Path: Sendable {
  package let names: [Name]
  package let location: SourceLocation

  package var text: String { names.map(\.text).joined(separator: ".") }
}

/// `Package::Type` or `Package::Type.implementation`, the package possibly of several names.
package struct ClassifierReference: Sendable {
  /// The package, its names joined by `::`; none for the package it is written in.
  package let package: String?
  package let type: Name
  package let implementation: Name?
  package let location: SourceLocation

  package var text: String {
    (package.map { $0 + "::" } ?? "") + type.text + (implementation.map { "." + $0.text } ?? "")
  }
}
