/// Why a name refers to nothing.
package enum ResolutionError: Error, Equatable {
  case unknownPackage(String)
  case notImported(String)
  case unknownClassifier(String, package: String)

  package var message: String {
    switch self {
    case .unknownPackage(let name): "there is no package '\(name)'"
    case .notImported(let name): "the package '\(name)' is not imported: write 'with \(name);'"
    case .unknownClassifier(let name, let package):
      "there is no classifier '\(name)' in the package '\(package)'"
    }
  }
}

extension Model {
  /// What a reference means where it stands.
  package func resolve(
    _ reference: ClassifierReference, from package: String
  ) throws(ResolutionError) -> ClassifierID {
    let name = reference.type.text + (reference.implementation.map { "." + $0.text } ?? "")
    guard let named = reference.package else {
      if let found = classifier(package: package, name: name) { return found }
      if let renamed = try renamed(reference, in: package) { return renamed }
      throw .unknownClassifier(name, package: packages[package]?.name.text ?? package)
    }
    let target = try importedPackage(named, from: package)
    guard let found = classifier(package: target, name: name) else {
      throw .unknownClassifier(name, package: packages[target]?.name.text ?? named)
    }
    return found
  }

  private func importedPackage(
    _ name: String, from package: String
  ) throws(ResolutionError) -> String {
    let key = name.lowercased()
    if key == package { return key }
    let declaration = packages[package]
    for renaming in declaration?.renames ?? [] {
      guard case .package(let target) = renaming.target else { continue }
      let alias = renaming.alias?.key ?? target.split(separator: ":").last?.lowercased()
      if alias == key { return target.lowercased() }
    }
    guard packages[key] != nil else { throw .unknownPackage(name) }
    guard declaration?.imports.contains(where: { $0.key == key }) == true else {
      throw .notImported(name)
    }
    return key
  }

  /// A classifier by another name, or one of a package whose names are all taken over.
  private func renamed(
    _ reference: ClassifierReference, in package: String
  ) throws(ResolutionError) -> ClassifierID? {
    let suffix = reference.implementation.map { "." + $0.text } ?? ""
    for renaming in packages[package]?.renames ?? [] {
      switch renaming.target {
      case .package: continue
      case .allOf(let other):
        let name = reference.type.text + suffix
        if let found = classifier(package: other, name: name) { return found }
      case .classifier(let target):
        guard (renaming.alias ?? target.type).key == reference.type.key else { continue }
        guard let other = target.package else { continue }
        let name = target.type.text + suffix
        if let found = classifier(package: other, name: name) { return found }
      }
    }
    return nil
  }

  /// The type of an implementation, in the package of the implementation.
  package func type(ofImplementation index: Int) -> Int? {
    let entry = implementations[index]
    guard
      case .type(let type)? = classifier(
        package: entry.package, name: entry.declaration.type.text)
    else { return nil }
    return type
  }
}
