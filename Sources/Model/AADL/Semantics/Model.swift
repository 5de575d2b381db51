/// The declarations of all texts of a model, findable by name.
package struct Model: Sendable {
  /// A chain of `extends` is cut, and reported, where it gets this long.
  package static let longestExtension = 64

  package struct TypeEntry: Sendable {
    package let package: String
    package var declaration: ComponentTypeDeclaration
  }

  package struct ImplementationEntry: Sendable {
    package let package: String
    package var declaration: ComponentImplementationDeclaration
  }

  package struct FeatureGroupEntry: Sendable {
    package let package: String
    package let declaration: FeatureGroupTypeDeclaration
  }

  package enum ClassifierID: Hashable, Sendable {
    case type(Int)
    case implementation(Int)
    case featureGroup(Int)
  }

  package let files: [ParsedFile]
  package private(set) var packages: [String: PackageDeclaration] = [:]
  package private(set) var types: [TypeEntry] = []
  package private(set) var implementations: [ImplementationEntry] = []
  package private(set) var featureGroups: [FeatureGroupEntry] = []
  package private(set) var properties = PropertyDictionary()
  /// What is wrong with the texts, and with what their names refer to.
  package private(set) var diagnostics: [Diagnostic] = []
  private var index: [String: ClassifierID] = [:]
  /// Classifiers that extend themselves, directly or not.
  private var cyclic: Set<ClassifierID> = []

  /// Reads the texts and resolves their names.
  package init(_ sources: [SourceText]) {
    let predeclared = [
      SourceText(name: "(predeclared)", text: PredeclaredText.propertySets),
      SourceText(name: "(Base_Types)", text: PredeclaredText.baseTypes),
    ].map(Parser.parse)
    files = sources.map(Parser.parse)
    for file in predeclared { add(file, isPredeclared: true) }
    for file in files { add(file, isPredeclared: false) }
    breakExtendsCycles()
    diagnostics += NameResolution(self).diagnostics()
    diagnostics.sort()
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  package func classifier(package: String, name: String) -> ClassifierID? {
    index[package.lowercased() + "::" + name.lowercased()]
  }

  private mutating func add(_ file: ParsedFile, isPredeclared: Bool) {
    diagnostics += file.diagnostics
    for set in file.propertySets {
      if properties.hasSet(set.name.key) {
        complain("the property set '\(set.name.text)' is declared twice", set.name.location)
      }
      properties.add(set, isPredeclared: isPredeclared)
    }
    for package in file.packages {
      if packages[package.name.key] != nil {
        complain("the package '\(package.name.text)' is declared twice", package.name.location)
      } else {
        add(package)
      }
    }
  }

  private mutating func add(_ package: PackageDeclaration) {
    let key = package.name.key
    packages[key] = package
    for declaration in package.types {
      register(.type(types.count), declaration.name.text, in: key, at: declaration.name.location)
      types.append(TypeEntry(package: key, declaration: declaration))
    }
    for declaration in package.featureGroups {
      register(
        .featureGroup(featureGroups.count), declaration.name.text, in: key,
        at: declaration.name.location)
      featureGroups.append(FeatureGroupEntry(package: key, declaration: declaration))
    }
    for declaration in package.implementations {
      register(
        .implementation(implementations.count), declaration.fullName, in: key,
        at: declaration.type.location.through(declaration.name.location))
      implementations.append(ImplementationEntry(package: key, declaration: declaration))
    }
  }

  private mutating func register(
    _ id: ClassifierID, _ name: String, in package: String, at location: SourceLocation
  ) {
    let key = package + "::" + name.lowercased()
    if index[key] == nil {
      index[key] = id
    } else {
      complain("'\(name)' is declared twice in its package", location)
    }
  }

  private mutating func complain(_ message: String, _ location: SourceLocation) {
    diagnostics.append(Diagnostic(message, at: location))
  }
}

// MARK: extends

extension Model {
  /// What a classifier extends, when that is known.
  package func parent(of id: ClassifierID) -> ClassifierID? {
    let (package, reference): (String, ClassifierReference?) =
      switch id {
      case .type(let index): (types[index].package, types[index].declaration.extends)
      case .implementation(let index):
        (implementations[index].package, implementations[index].declaration.extends)
      case .featureGroup(let index):
        (featureGroups[index].package, featureGroups[index].declaration.extends)
      }
    return reference.flatMap { try? resolve($0, from: package) }
  }

  /// The classifier and all that it extends, itself first.
  package func ancestry(of id: ClassifierID) -> [ClassifierID] {
    var chain = [id]
    while let last = chain.last, !cyclic.contains(last), let parent = parent(of: last) {
      chain.append(parent)
    }
    return chain
  }

  /// Reports each cycle once and takes the classifiers in it as extending nothing; the same for
  /// chains that are too long. Each step of `extends` is walked once.
  private mutating func breakExtendsCycles() {
    enum State { case walking, done }
    var states: [ClassifierID: State] = [:]
    var depths: [ClassifierID: Int] = [:]
    let all =
      types.indices.map { ClassifierID.type($0) }
      + implementations.indices.map { .implementation($0) }
      + featureGroups.indices.map { .featureGroup($0) }
    for start in all {
      var path: [ClassifierID] = []
      var current: ClassifierID? = start
      while let id = current, states[id] == nil {
        states[id] = .walking
        path.append(id)
        current = parent(of: id)
      }
      if let id = current, states[id] == .walking, let first = path.firstIndex(of: id) {
        let names = (path[first...] + [id]).map { name(of: $0) }.joined(separator: " → ")
        complain("'\(name(of: id))' extends itself: \(names)", location(of: id))
        cyclic.formUnion(path[first...])
      }
      for id in path.reversed() {
        states[id] = .done
        depths[id] = cyclic.contains(id) ? 1 : 1 + (parent(of: id).flatMap { depths[$0] } ?? 0)
        if depths[id] == Self.longestExtension {
          let message = "'\(name(of: id))' extends through \(Self.longestExtension) classifiers"
          complain(message, location(of: id))
          cyclic.insert(id)
          depths[id] = 1
        }
      }
    }
  }

  package func name(of id: ClassifierID) -> String {
    switch id {
    case .type(let index): types[index].declaration.name.text
    case .implementation(let index): implementations[index].declaration.fullName
    case .featureGroup(let index): featureGroups[index].declaration.name.text
    }
  }

  package func location(of id: ClassifierID) -> SourceLocation {
    switch id {
    case .type(let index): types[index].declaration.name.location
    case .implementation(let index):
      implementations[index].declaration.type.location.through(
        implementations[index].declaration.name.location)
    case .featureGroup(let index): featureGroups[index].declaration.name.location
    }
  }

  package func package(of id: ClassifierID) -> String {
    switch id {
    case .type(let index): types[index].package
    case .implementation(let index): implementations[index].package
    case .featureGroup(let index): featureGroups[index].package
    }
  }
}
