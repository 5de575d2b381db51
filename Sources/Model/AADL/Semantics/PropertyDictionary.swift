/// All properties that a model can use, and the units their values are counted in.
package struct PropertyDictionary: Sendable {
  private var definitions: [String: PropertyDefinition] = [:]
  private var types: [String: PropertyTypeExpression] = [:]
  private var constants: [String: PropertyExpression] = [:]
  private var predeclared: [String: String] = [:]
  private var sets: Set<String> = []

  mutating func add(_ set: PropertySetDeclaration, isPredeclared: Bool) {
    sets.insert(set.name.key)
    for property in set.properties {
      definitions[set.name.key + "::" + property.name.key] = property
      if isPredeclared { predeclared[property.name.key] = set.name.key }
    }
    for (name, type) in set.types { types[set.name.key + "::" + name.key] = type }
    for (name, value) in set.constants { constants[set.name.key + "::" + name.key] = value }
  }

  func hasSet(_ key: String) -> Bool { sets.contains(key) }

  /// `set::name` in small letters, for a name that may stand without its predeclared set.
  package func key(set: Name?, name: Name) -> String? {
    guard let setKey = set?.key ?? predeclared[name.key] else { return nil }
    let key = setKey + "::" + name.key
    return definitions[key] == nil ? nil : key
  }

  package func definition(_ key: String) -> PropertyDefinition? { definitions[key] }

  func constant(set: Name?, name: Name) -> PropertyExpression? {
    set.flatMap { constants[$0.key + "::" + name.key] }
  }

  /// How many of the smallest unit one of each unit is, or `nil` when that is not 64 bits.
  func units(of reference: PropertyTypeExpression.UnitsReference, in set: String) -> [String: Int64]
  {
    switch reference {
    case .inline(let units): return Self.factors(of: units)
    case .named(let other, let name):
      guard case .units(let units)? = types[(other?.key ?? set) + "::" + name.key] else {
        return [:]
      }
      return Self.factors(of: units)
    }
  }

  func resolved(
    _ type: PropertyTypeExpression, in set: String, depth: Int = 0
  ) -> PropertyTypeExpression? {
    guard depth < Parser.deepestNesting else { return nil }
    guard case .named(let other, let name) = type else { return type }
    let owner = other?.key ?? set
    return types[owner + "::" + name.key].flatMap { resolved($0, in: owner, depth: depth + 1) }
  }

  /// A value counted in the smallest unit of AADL_Project's time (ps) or size units (bits).
  package func integer(_ expression: PropertyExpression, in unitSet: PredeclaredUnits) -> Int64? {
    guard case .number(let literal, let unit) = expression.value else { return nil }
    guard let unit else { return literal.digits == 0 ? 0 : nil }
    let name = Name(text: unitSet.rawValue, location: expression.location)
    let factor = units(of: .named(set: nil, name), in: "aadl_project")[unit.key]
    return factor.flatMap { literal.scaled(by: $0) }
  }

  static func set(of key: String) -> String {
    key.split(separator: ":").first.map(String.init) ?? ""
  }

  private static func factors(of units: [PropertyTypeExpression.Unit]) -> [String: Int64] {
    var factors: [String: Int64] = [:]
    for unit in units {
      guard let (base, factor) = unit.multiple else {
        factors[unit.name.key] = 1
        continue
      }
      factors[unit.name.key] = factors[base.key].flatMap { factor.scaled(by: $0) }
    }
    return factors
  }
}

/// The units of AADL_Project that analyses count in.
package enum PredeclaredUnits: String, Sendable {
  case time = "Time_Units"
  case size = "Size_Units"
}
