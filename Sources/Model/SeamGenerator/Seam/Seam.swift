package import AADL

/// What crosses the border of the core process, as its model says.
package struct Seam: Sendable {
  /// The AADL name of the process.
  package let name: String
  package let documentation: [String]
  /// Such as `matter:verified-core@0.1.0`.
  package let witPackage: String
  /// What a step of the core may cost as WebAssembly, in units of fuel, if the model says it.
  package let fuelPerStep: UInt64?
  package let ports: [SeamPort]
  /// All types that the ports carry, each after those it is made of.
  package let definitions: [SeamDefinition]
  package let location: SourceLocation

  package var inputs: [SeamPort] { ports.filter(\.isInput) }
  package var outputs: [SeamPort] { ports.filter { !$0.isInput } }

  package func definition(_ name: String) -> SeamDefinition? {
    definitions.first { $0.name == name }
  }

  /// A type with the aliases of scalars and byte strings replaced by what they stand for.
  package func unaliased(_ type: SeamType) -> SeamType {
    guard case .named(let name) = type else { return type }
    guard case .alias(let target)? = definition(name)?.shape else { return type }
    return unaliased(target)
  }
}

// MARK: sizes of the frame codec

extension Seam {
  /// Bytes of the largest value of a type, or `nil` for one that the codec does not have.
  package func largestEncoding(of use: SeamTypeUse) -> Int? {
    largestEncoding(of: use.type).map { $0 + (use.isOptional ? 1 : 0) }
  }

  package func largestEncoding(of type: SeamType) -> Int? {
    switch type {
    case .unsigned(let bits): bits / 8
    case .boolean: 1
    case .bytes(let capacity): 2 + capacity
    case .signed, .float, .character, .string, .list: nil
    case .named(let name): definition(name).flatMap { largestEncoding(of: $0.shape) }
    }
  }

  private func largestEncoding(of shape: SeamDefinition.Shape) -> Int? {
    switch shape {
    case .alias(let type): return largestEncoding(of: type)
    case .record(let fields), .flags(let fields): return sum(of: fields)
    case .variant(let cases), .enumeration(let cases): return largest(of: cases)
    case .result(let success, let failure): return largest(of: [success, failure])
    }
  }

  private func sum(of fields: [SeamField]) -> Int? {
    var sum = 0
    for field in fields {
      guard let size = largestEncoding(of: field.use) else { return nil }
      sum += size
    }
    return sum
  }

  private func largest(of cases: [SeamCase]) -> Int? {
    var largest = 0
    for alternative in cases {
      let size: Int?
      switch alternative.payload {
      case .none: size = 0
      case .value(let use): size = largestEncoding(of: use)
      case .fields(_, let fields): size = sum(of: fields)
      }
      guard let size else { return nil }
      largest = max(largest, size)
    }
    return 1 + largest
  }

  /// Bytes of the longest body of a frame: the port, and the largest value of any port.
  package var largestBody: Int {
    1 + (ports.compactMap { $0.use.flatMap { largestEncoding(of: $0) } }.max() ?? 0)
  }
}
