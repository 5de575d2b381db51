/// Checks property associations: that the property exists, and that the value is of its type.
struct PropertyCheck {
  private let model: Model
  private let package: String

  init(_ model: Model, package: String) {
    self.model = model
    self.package = package
  }

  func diagnostics(of association: PropertyAssociation) -> [Diagnostic] {
    guard let key = model.properties.key(set: association.set, name: association.name) else {
      let message = "there is no property '\(association.text)'"
      return [Diagnostic(message, at: association.name.location)]
    }
    guard let type = model.properties.definition(key)?.type else { return [] }
    let set = PropertyDictionary.set(of: key)
    return association.values.flatMap {
      diagnostics(of: $0.value, as: type, in: set, of: association.text)
    }
  }

  private func diagnostics(
    of value: PropertyExpression, as type: PropertyTypeExpression, in set: String, of name: String
  ) -> [Diagnostic] {
    // What a project supports is its own list.
    if case .named(let owner, _) = type, owner?.key == "aadl_project", case .name = value.value {
      return []
    }
    guard let type = model.properties.resolved(type, in: set) else { return [] }
    if case .name(let other, let constant) = value.value, other != nil {
      return model.properties.constant(set: other, name: constant) == nil
        && model.properties.key(set: other, name: constant) == nil
        ? [Diagnostic("there is no property constant of this name", at: value.location)] : []
    }
    switch (type, value.value) {
    case (.aadlBoolean, .boolean), (.aadlString, .string), (.reference, .reference),
      (_, .compute), (.classifier, .category):
      return []
    case (.aadlInteger(let units), .number(let literal, let unit)):
      if literal.isReal {
        return [Diagnostic("'\(name)' takes an integer", at: value.location)]
      }
      return check(unit, of: literal, units, in: set, value, name)
    case (.aadlReal(let units), .number(let literal, let unit)):
      return check(unit, of: literal, units, in: set, value, name)
    case (.aadlInteger, .negated), (.aadlReal, .negated), (.aadlInteger, .name), (.aadlReal, .name):
      return []
    case (.enumeration(let literals), .name(_, let literal)):
      if literals.contains(where: { $0.key == literal.key }) { return [] }
      let known = literals.map(\.text).joined(separator: ", ")
      let message = "'\(name)' takes one of \(known), not '\(literal.text)'"
      return [Diagnostic(message, at: value.location)]
    case (.range(let element), .range(let low, let high, _)):
      return [low, high].flatMap { diagnostics(of: $0, as: element, in: set, of: name) }
    case (.range, .name): return []
    case (.list(let element), .list(let values)):
      return values.flatMap { diagnostics(of: $0, as: element, in: set, of: name) }
    case (.list(let element), _):
      // AADL takes a single value for the list of it.
      return diagnostics(of: value, as: element, in: set, of: name)
    case (.record, .record): return []
    case (.classifier, .classifier(let reference)):
      do throws(ResolutionError) {
        _ = try model.resolve(reference, from: package)
        return []
      } catch {
        return [Diagnostic(error.message, at: reference.location)]
      }
    default:
      return [Diagnostic("'\(name)' takes \(type.text)", at: value.location)]
    }
  }

  private func check(
    _ unit: Name?, of literal: NumberLiteral, _ units: PropertyTypeExpression.UnitsReference?,
    in set: String, _ value: PropertyExpression, _ name: String
  ) -> [Diagnostic] {
    guard let units else {
      guard let unit else { return [] }
      return [Diagnostic("'\(name)' takes a number without a unit", at: unit.location)]
    }
    let known = model.properties.units(of: units, in: set)
    guard let unit else {
      return literal.digits == 0
        ? [] : [Diagnostic("'\(name)' takes a number with a unit", at: value.location)]
    }
    if known.isEmpty || known[unit.key] != nil { return [] }
    let names = known.keys.sorted().joined(separator: ", ")
    return [Diagnostic("'\(unit.text)' is none of the units \(names)", at: unit.location)]
  }
}

extension PropertyTypeExpression {
  /// What a value of this type is, in words.
  fileprivate var text: String {
    switch self {
    case .aadlBoolean: "true or false"
    case .aadlString: "a string"
    case .aadlInteger: "an integer"
    case .aadlReal: "a number"
    case .enumeration(let literals): "one of " + literals.map(\.text).joined(separator: ", ")
    case .units: "a unit"
    case .range: "a range, such as '1 .. 2'"
    case .list: "a list"
    case .record: "a record, such as '[a => 1;]'"
    case .classifier: "a classifier"
    case .reference: "a reference"
    case .named(_, let name): "a value of '\(name.text)'"
    }
  }
}
