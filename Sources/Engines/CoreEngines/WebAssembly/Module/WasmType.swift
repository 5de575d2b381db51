/// The type of a WebAssembly value.
public enum WasmValueType: UInt8, Sendable {
  case i32 = 0x7F
  case i64 = 0x7E
  case f32 = 0x7D
  case f64 = 0x7C
  case v128 = 0x7B
  case funcref = 0x70
  case externref = 0x6F
}

/// The type of a WebAssembly function.
public struct WasmFunctionType: Equatable, Sendable {
  package let parameters: [WasmValueType]
  package let results: [WasmValueType]

  package init(_ parameters: [WasmValueType], results: [WasmValueType] = []) {
    self.parameters = parameters
    self.results = results
  }
}

/// How large a memory, in pages of 64 KiB, or a table, in elements, is and may become.
public struct WasmLimits: Equatable, Sendable {
  package let minimum: UInt64
  package let maximum: UInt64?

  package init(minimum: UInt64, maximum: UInt64?) {
    self.minimum = minimum
    self.maximum = maximum
  }

  package static let pageSize: UInt64 = 65_536
}

/// What can be imported and exported.
public enum WasmItemType: Equatable, Sendable {
  case function(WasmFunctionType)
  case table(WasmLimits)
  case memory(WasmLimits)
  case global(WasmValueType, isMutable: Bool)
  case tag(WasmFunctionType)
}

extension WasmValueType: CustomStringConvertible {
  public var description: String {
    switch self {
    case .i32: "i32"
    case .i64: "i64"
    case .f32: "f32"
    case .f64: "f64"
    case .v128: "v128"
    case .funcref: "funcref"
    case .externref: "externref"
    }
  }
}

extension WasmFunctionType: CustomStringConvertible {
  /// Such as `(i32, i64) -> ()`.
  public var description: String {
    "\(Self.list(parameters)) -> \(Self.list(results))"
  }

  private static func list(_ types: [WasmValueType]) -> String {
    "(" + types.map(\.description).joined(separator: ", ") + ")"
  }
}

extension WasmLimits: CustomStringConvertible {
  public var description: String {
    guard let maximum else { return "\(minimum) or more" }
    return maximum == minimum ? "\(minimum)" : "\(minimum) to \(maximum)"
  }
}

extension WasmItemType: CustomStringConvertible {
  public var description: String {
    switch self {
    case .function(let type): "function \(type)"
    case .table(let limits): "table of \(limits) elements"
    case .memory(let limits): "memory of \(limits) pages"
    case .global(let type, let isMutable): isMutable ? "variable \(type)" : "constant \(type)"
    case .tag(let type): "tag \(type)"
    }
  }
}
