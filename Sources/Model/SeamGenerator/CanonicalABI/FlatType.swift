/// A core WebAssembly type: the canonical ABI passes a value as some of these.
enum FlatType: String {
  case i32
  case i64

  /// The type of a value that may be one of either: an `i32` fits an `i64`.
  func joined(with other: FlatType) -> FlatType {
    self == other ? self : .i64
  }

  /// As Swift code has it.
  var swift: String {
    switch self {
    case .i32: "UInt32"
    case .i64: "UInt64"
    }
  }
}

/// Flattening, as the canonical ABI of the Component Model defines it, for what the seam can hold.
extension Seam {
  /// The most parameters that a function gets one by one; with more it gets an address.
  static let mostFlatParameters = 16

  func flatTypes(of use: SeamTypeUse) -> [FlatType] {
    let types = flatTypes(of: use.type)
    return use.isOptional ? [.i32] + types : types
  }

  private func flatTypes(of type: SeamType) -> [FlatType] {
    switch type {
    case .unsigned(let bits), .signed(let bits), .float(let bits): [bits == 64 ? .i64 : .i32]
    case .boolean, .character: [.i32]
    case .bytes, .string, .list: [.i32, .i32]
    case .named(let name): definition(name).map { flatTypes(of: $0) } ?? []
    }
  }

  func flatTypes(of definition: SeamDefinition) -> [FlatType] {
    switch definition.shape {
    case .alias(let type): flatTypes(of: type)
    case .record(let fields): fields.flatMap { flatTypes(of: $0.use) }
    case .flags: [.i32]
    case .variant(let cases), .enumeration(let cases): [.i32] + joined(cases)
    case .result(let success, let failure): [.i32] + joined([success, failure])
    }
  }

  private func joined(_ cases: [SeamCase]) -> [FlatType] {
    var result: [FlatType] = []
    for alternative in cases {
      for (index, type) in flatTypes(of: alternative.payload).enumerated() {
        if index < result.count {
          result[index] = result[index].joined(with: type)
        } else {
          result.append(type)
        }
      }
    }
    return result
  }

  private func flatTypes(of payload: SeamCase.Payload) -> [FlatType] {
    switch payload {
    case .none: []
    case .value(let use): flatTypes(of: use)
    case .fields(_, let fields): fields.flatMap { flatTypes(of: $0.use) }
    }
  }
}

/// How many bytes of lists a value can hold.
extension Seam {
  /// The most of any port.
  var largestLists: Int {
    ports.compactMap { $0.use.map { largestLists(in: $0.type) } }.max() ?? 0
  }

  private func largestLists(in type: SeamType) -> Int {
    switch type {
    case .bytes(let capacity): capacity
    case .named(let name): definition(name).map { largestLists(in: $0.shape) } ?? 0
    case .unsigned, .signed, .float, .boolean, .character, .string, .list: 0
    }
  }

  private func largestLists(in shape: SeamDefinition.Shape) -> Int {
    switch shape {
    case .alias(let type): largestLists(in: type)
    case .record(let fields): sum(fields)
    case .flags: 0
    case .variant(let cases), .enumeration(let cases): largest(of: cases)
    case .result(let success, let failure): largest(of: [success, failure])
    }
  }

  private func largest(of cases: [SeamCase]) -> Int {
    cases.map { alternative in
      switch alternative.payload {
      case .none: 0
      case .value(let use): largestLists(in: use.type)
      case .fields(_, let fields): sum(fields)
      }
    }.max() ?? 0
  }

  private func sum(_ fields: [SeamField]) -> Int {
    fields.reduce(0) { $0 + largestLists(in: $1.use.type) }
  }
}
