internal import AADL

/// Reads data types by the properties of the Data Modeling annex.
struct DataTypeReader {
  private static let deepestNesting = 64

  let model: Model
  var diagnostics: [Diagnostic] = []
  /// What has been read, each after what it is made of.
  private(set) var definitions: [SeamDefinition] = []
  private var known: [Model.ClassifierID: SeamType] = [:]
  private var names: [String: Model.ClassifierID] = [:]
  private var open: [Model.ClassifierID] = []

  init(_ model: Model) {
    self.model = model
  }

  /// The type that a reference names; what keeps it from being one is reported.
  mutating func type(_ reference: ClassifierReference, from package: String) -> SeamType? {
    guard let id = try? model.resolve(reference, from: package) else { return nil }
    guard open.count < Self.deepestNesting else {
      complain("data nests deeper than \(Self.deepestNesting) levels", at: reference.location)
      return nil
    }
    if open.contains(id) {
      complain("'\(reference.text)' contains itself", at: reference.location)
      return nil
    }
    if let type = known[id] { return type }
    open.append(id)
    let type = read(id, at: reference.location)
    open.removeLast()
    known[id] = type
    return type
  }

  private mutating func read(_ id: Model.ClassifierID, at location: SourceLocation) -> SeamType? {
    guard let representation = enumeration("data_model::data_representation", of: id) else {
      complain("'\(model.name(of: id))' has no Data_Model::Data_Representation", at: location)
      return nil
    }
    let shape: SeamDefinition.Shape?
    switch representation {
    case "integer": shape = integer(id).map { .alias($0) }
    case "boolean": shape = .alias(.boolean)
    case "character": shape = .alias(.character)
    case "string": shape = .alias(.string)
    case "float":
      let isSimple = enumeration("data_model::ieee754_precision", of: id) == "simple"
      shape = .alias(.float(bits: isSimple ? 32 : 64))
    case "array": shape = array(id).map { .alias($0) }
    case "enum": shape = enumerators(id)
    case "struct": shape = record(id, at: location)
    case "union": shape = variant(id, at: location)
    default:
      complain("'\(representation)' data cannot cross the seam", at: location)
      return nil
    }
    guard let shape else { return nil }
    if model.package(of: id) == "base_types", case .alias(let type) = shape { return type }
    define(id, shape)
    return .named(typeName(of: id))
  }

  private mutating func define(_ id: Model.ClassifierID, _ shape: SeamDefinition.Shape) {
    let name = typeName(of: id)
    if let other = names[name.lowercased()], other != id {
      complain("two types of the seam have the name '\(name)'", at: model.location(of: id))
    }
    names[name.lowercased()] = id
    let type = typeIndex(of: id)
    definitions.append(
      SeamDefinition(
        name: name, shape: shape,
        documentation: type.map { model.types[$0].declaration.documentation } ?? [],
        isError: isTrue("seam::is_error", of: id), isInline: isTrue("seam::inline", of: id),
        location: model.location(of: id),
        secrecy: enumeration("seam::secrecy", of: id).flatMap { Secrecy(rawValue: $0) }))
  }

  private func typeIndex(of id: Model.ClassifierID) -> Int? {
    switch id {
    case .type(let index): index
    case .implementation(let index): model.type(ofImplementation: index)
    case .featureGroup: nil
    }
  }

  private func typeName(of id: Model.ClassifierID) -> String {
    typeIndex(of: id).map { model.types[$0].declaration.name.text } ?? model.name(of: id)
  }
}

// MARK: shapes

extension DataTypeReader {
  private mutating func integer(_ id: Model.ClassifierID) -> SeamType? {
    let size = model.property("memory_properties::data_size", of: id)
    guard let bits = size.flatMap({ model.properties.integer($0, in: .size) }) else {
      complain("'\(model.name(of: id))' has no Data_Size", at: model.location(of: id))
      return nil
    }
    guard [8, 16, 32, 64].contains(bits) else {
      complain("an integer has 1, 2, 4 or 8 bytes", at: size?.location ?? model.location(of: id))
      return nil
    }
    let isUnsigned = enumeration("data_model::number_representation", of: id) == "unsigned"
    return isUnsigned ? .unsigned(bits: Int(bits)) : .signed(bits: Int(bits))
  }

  private mutating func array(_ id: Model.ClassifierID) -> SeamType? {
    let location = model.location(of: id)
    guard let dimension = single("data_model::dimension", of: id),
      case .number(let literal, _) = dimension.value, let count = literal.scaled(by: 1)
    else {
      complain("'\(model.name(of: id))' has no Data_Model::Dimension of one number", at: location)
      return nil
    }
    guard (1...65_535).contains(count) else {
      complain("a dimension is from 1 to 65535", at: dimension.location)
      return nil
    }
    guard let base = single("data_model::base_type", of: id),
      case .classifier(let reference) = base.value
    else {
      complain("'\(model.name(of: id))' has no Data_Model::Base_Type", at: location)
      return nil
    }
    guard let element = type(reference, from: model.package(of: id)) else { return nil }
    return element == .unsigned(bits: 8)
      ? .bytes(capacity: Int(count)) : .list(element, capacity: Int(count))
  }

  private mutating func enumerators(_ id: Model.ClassifierID) -> SeamDefinition.Shape? {
    guard case .list(let values)? = model.property("data_model::enumerators", of: id)?.value,
      !values.isEmpty
    else {
      complain("'\(model.name(of: id))' has no Data_Model::Enumerators", at: model.location(of: id))
      return nil
    }
    let cases = values.compactMap { value -> SeamCase? in
      guard case .string(let name) = value.value else { return nil }
      return SeamCase(
        name: name, payload: .none, documentation: value.documentation, location: value.location)
    }
    checkNames(of: cases.map { ($0.name, $0.location) }, in: typeName(of: id))
    checkCount(cases, id)
    return .enumeration(cases)
  }

  private mutating func record(
    _ id: Model.ClassifierID, at location: SourceLocation
  ) -> SeamDefinition.Shape? {
    let fields = members(of: id, at: location).compactMap { member -> SeamField? in
      guard let use = use(of: member) else { return nil }
      return SeamField(
        name: member.declaration.name.text, use: use,
        documentation: member.declaration.documentation,
        location: member.declaration.name.location)
    }
    guard isTrue("seam::flags", of: id) else { return .record(fields) }
    for field in fields where field.use != SeamTypeUse(type: .boolean, isOptional: false) {
      complain("a flag is a Base_Types::Boolean", at: field.location)
    }
    return .flags(fields)
  }

  private mutating func variant(
    _ id: Model.ClassifierID, at location: SourceLocation
  ) -> SeamDefinition.Shape? {
    let cases = members(of: id, at: location).compactMap { alternative($0) }
    checkCount(cases, id)
    guard isTrue("seam::result", of: id) else { return .variant(cases) }
    guard cases.count == 2 else {
      complain("a result has two cases: what it is, and why not", at: model.location(of: id))
      return nil
    }
    return .result(cases[0], cases[1])
  }

  private mutating func alternative(_ member: Scoped<SubcomponentDeclaration>) -> SeamCase? {
    let declaration = member.declaration
    let payload: SeamCase.Payload
    if declaration.classifier == nil {
      payload = .none
    } else {
      guard let use = use(of: member) else { return nil }
      if case .named(let name) = use.type,
        let record = definitions.first(where: { $0.name == name }),
        record.isInline, case .record(let fields) = record.shape
      {
        payload = .fields(record: name, fields)
      } else {
        payload = .value(use)
      }
    }
    return SeamCase(
      name: declaration.name.text, payload: payload, documentation: declaration.documentation,
      location: declaration.name.location)
  }

  /// The data subcomponents of an implementation; a type that has several parts needs one.
  private mutating func members(
    of id: Model.ClassifierID, at location: SourceLocation
  ) -> [Scoped<SubcomponentDeclaration>] {
    guard case .implementation(let index) = id else {
      complain(
        "'\(model.name(of: id))' has no parts: name its implementation, such as "
          + "'\(model.name(of: id)).impl'", at: location)
      return []
    }
    let members = model.subcomponents(of: index)
    if members.isEmpty { complain("'\(model.name(of: id))' has no parts", at: location) }
    checkNames(
      of: members.map { ($0.declaration.name.text, $0.declaration.name.location) },
      in: typeName(of: id))
    return members
  }

  private mutating func use(of member: Scoped<SubcomponentDeclaration>) -> SeamTypeUse? {
    let declaration = member.declaration
    if declaration.isArray {
      complain("an array in the seam is a data type of its own", at: declaration.location)
      return nil
    }
    guard let reference = declaration.classifier else {
      complain("'\(declaration.name.text)' has no data type", at: declaration.location)
      return nil
    }
    guard let type = type(reference, from: member.package) else { return nil }
    return SeamTypeUse(
      type: type, isOptional: Self.isTrue("seam::optional", declaration.properties, model))
  }
}

// MARK: properties and names

extension DataTypeReader {
  /// Names that differ only in capitals or underscores would be one name in WIT or Swift.
  mutating func checkNames(of names: [(String, SourceLocation)], in owner: String) {
    var seen: Set<String> = []
    for (name, location) in names {
      guard SeamName.isLegal(name) else {
        complain(
          "'\(name)' is no name: letters first, single underscores between words", at: location)
        continue
      }
      guard seen.insert(SeamName.kebab(name)).inserted else {
        complain("'\(owner)' has '\(name)' twice", at: location)
        continue
      }
    }
  }

  private mutating func checkCount(_ cases: [SeamCase], _ id: Model.ClassifierID) {
    guard cases.count > 255 else { return }
    complain("'\(model.name(of: id))' has more than 255 cases", at: model.location(of: id))
  }

  private func enumeration(_ key: String, of id: Model.ClassifierID) -> String? {
    guard case .name(_, let literal)? = model.property(key, of: id)?.value else { return nil }
    return literal.key
  }

  private func isTrue(_ key: String, of id: Model.ClassifierID) -> Bool {
    guard case .boolean(true)? = model.property(key, of: id)?.value else { return false }
    return true
  }

  static func isTrue(_ key: String, _ associations: [PropertyAssociation], _ model: Model) -> Bool {
    associations.contains { association in
      guard model.properties.key(set: association.set, name: association.name) == key else {
        return false
      }
      guard case .boolean(true)? = association.values.first?.value.value else { return false }
      return true
    }
  }

  /// The value of a property that is a list of one, or one without a list.
  private func single(_ key: String, of id: Model.ClassifierID) -> PropertyExpression? {
    guard let value = model.property(key, of: id) else { return nil }
    guard case .list(let elements) = value.value else { return value }
    return elements.count == 1 ? elements[0] : nil
  }

  private mutating func complain(_ message: String, at location: SourceLocation) {
    diagnostics.append(Diagnostic(message, at: location))
  }
}
