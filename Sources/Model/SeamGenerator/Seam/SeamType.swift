package import AADL

/// The type of a value that crosses the seam.
package indirect enum SeamType: Equatable, Sendable {
  case unsigned(bits: Int)
  case signed(bits: Int)
  case float(bits: Int)
  case boolean
  case character
  case string
  /// At most so many bytes.
  case bytes(capacity: Int)
  /// At most so many elements.
  case list(SeamType, capacity: Int)
  /// A type with a definition of its own, by its AADL name.
  case named(String)
}

/// A type where it is used: the value may be absent.
package struct SeamTypeUse: Equatable, Sendable {
  package let type: SeamType
  package let isOptional: Bool
}

/// A part of a record, or one of the labelled values of a case.
package struct SeamField: Sendable {
  package let name: String
  package let use: SeamTypeUse
  package let documentation: [String]
  package let location: SourceLocation
}

/// One alternative of a variant.
package struct SeamCase: Sendable {
  package enum Payload: Sendable {
    case none
    case value(SeamTypeUse)
    /// The fields of a record that is used nowhere else and has no name in Swift.
    case fields(record: String, [SeamField])
  }

  package let name: String
  package let payload: Payload
  package let documentation: [String]
  package let location: SourceLocation
}

/// A type with a name of its own.
package struct SeamDefinition: Sendable {
  package enum Shape: Sendable {
    case record([SeamField])
    /// A record of truth values that WIT packs into bits.
    case flags([SeamField])
    case variant([SeamCase])
    /// A variant of two: what came of something, or why it failed.
    case result(SeamCase, SeamCase)
    case enumeration([SeamCase])
    /// Another name for a type.
    case alias(SeamType)
  }

  package let name: String
  package let shape: Shape
  package let documentation: [String]
  /// Whether Swift can throw it.
  package let isError: Bool
  /// Whether it only gives the payload of one case its fields.
  package let isInline: Bool
  package let location: SourceLocation
  /// Whether it holds a secret, by the property `Seam::Secrecy`.
  package let secrecy: Secrecy?
}

/// How far a secret may go.
package enum Secrecy: String, Sendable {
  /// It never leaves the inside of the core.
  case sealed
  /// The host gives it to the core, and the core gives it to nobody.
  case provisioned
}
