/// A number as it is written: `digits` × 10^`exponent`. No floating point: what is compared is
/// exact.
package struct NumberLiteral: Sendable, Equatable {
  package let digits: Int64
  package let exponent: Int
  package let isReal: Bool

  package init(digits: Int64, exponent: Int = 0, isReal: Bool = false) {
    self.digits = digits
    self.exponent = exponent
    self.isReal = isReal
  }

  /// The number times `factor`, when that is an integer of 64 bits.
  package func scaled(by factor: Int64) -> Int64? {
    guard exponent >= -18 else { return digits == 0 ? 0 : nil }
    guard exponent <= 18 else { return digits == 0 ? 0 : nil }
    var power: Int64 = 1
    for _ in 0..<abs(exponent) { power *= 10 }
    let product = digits.multipliedFullWidth(by: factor)
    if exponent >= 0 {
      let (once, overflow) = digits.multipliedReportingOverflow(by: factor)
      guard !overflow else { return nil }
      let (twice, secondOverflow) = once.multipliedReportingOverflow(by: power)
      return secondOverflow ? nil : twice
    }
    let magnitude = UInt64(bitPattern: product.high < 0 ? ~product.high : product.high)
    guard magnitude < UInt64(power) / 2 else { return nil }
    let (quotient, remainder) = power.dividingFullWidth(product)
    return remainder == 0 ? quotient : nil
  }
}

/// The value of a property, or a part of it.
package struct PropertyExpression: Sendable {
  package indirect enum Value: Sendable {
    case number(NumberLiteral, unit: Name?)
    case string(String)
    case boolean(Bool)
    /// An enumeration literal, or a constant or property by its name.
    case name(set: Name?, Name)
    case list([PropertyExpression])
    case record([(name: Name, value: PropertyExpression)])
    case range(PropertyExpression, PropertyExpression, delta: PropertyExpression?)
    case reference(Path)
    case classifier(ClassifierReference)
    /// Any classifier of a category.
    case category(ComponentCategory)
    case compute(Name)
    /// A sign before a constant.
    case negated(PropertyExpression)
  }

  package let value: Value
  package let documentation: [String]
  package let location: SourceLocation
}

/// `Set::Name => value applies to path;`.
package struct PropertyAssociation: Sendable {
  package struct ModalValue: Sendable {
    package let value: PropertyExpression
    package let modes: [Path]
  }

  package let set: Name?
  package let name: Name
  package let isAppend: Bool
  package let values: [ModalValue]
  package let appliesTo: [Path]
  package let location: SourceLocation

  package var text: String { (set.map { $0.text + "::" } ?? "") + name.text }
}

/// What values a property may have.
package indirect enum PropertyTypeExpression: Sendable {
  case aadlBoolean
  case aadlString
  case aadlInteger(units: UnitsReference?)
  case aadlReal(units: UnitsReference?)
  case enumeration([Name])
  case units([Unit])
  case range(PropertyTypeExpression)
  case list(PropertyTypeExpression)
  case record([(name: Name, type: PropertyTypeExpression)])
  case classifier
  case reference
  /// A type that another declaration defines.
  case named(set: Name?, Name)

  package enum UnitsReference: Sendable {
    case named(set: Name?, Name)
    case inline([Unit])
  }

  package struct Unit: Sendable {
    package let name: Name
    /// The unit it is counted in, and how many of it; none for the smallest.
    package let multiple: (of: Name, factor: NumberLiteral)?
  }
}

/// `Name: inherit type => default applies to (…);` of a property set.
package struct PropertyDefinition: Sendable {
  package let name: Name
  package let type: PropertyTypeExpression
  package let isInherited: Bool
  package let defaultValue: PropertyExpression?
  package let location: SourceLocation
}

package struct PropertySetDeclaration: Sendable {
  package let name: Name
  package let imports: [Name]
  package let types: [(name: Name, type: PropertyTypeExpression)]
  package let properties: [PropertyDefinition]
  package let constants: [(name: Name, value: PropertyExpression)]
  package let location: SourceLocation
}
