import MatterBytes

/// One instance of the core under wasmtime, with a memory of its own that cannot grow.
///
/// Its imports are the out-ports; what the core hands to them in a step is collected as frames. After
/// a step that was ended the instance is of no more use.
package final class WasmtimeCore {
  /// How much fuel, about an instruction a unit, each step gets.
  package let fuelPerStep: UInt64
  /// The fuel that the latest step used.
  package private(set) var fuelUsed: UInt64 = 0

  private let instance: WasmtimeInstance
  private let outbox = OutPortFrames()
  private let inPorts: [(port: CorePort, function: WasmtimeInstance.Function)]
  /// Where in its memory the core wants the values of its in-ports.
  private let input: UInt32

  /// Makes an instance of a module.
  /// - Throws: `invalidModule` for one that is not the core: before it is compiled when its imports
  ///   are not exactly the out-ports.
  package init(
    _ bytes: [UInt8], engine: WasmtimeEngine, fuelPerStep: UInt64
  ) throws(WasmtimeError) {
    self.fuelPerStep = fuelPerStep
    let memory = try Self.checkedMemory(of: bytes)
    let instance = try WasmtimeInstance(
      of: bytes, engine: engine, memoryBytes: memory, fuel: fuelPerStep, imports: outbox)
    var inPorts: [(CorePort, WasmtimeInstance.Function)] = []
    for port in CoreInterface.inPorts {
      inPorts.append((port, try instance.function(port.name)))
    }
    self.inPorts = inPorts
    input = try instance.call(try instance.function(CoreInterface.input), hasResult: true)
    self.instance = instance
  }

  /// The bytes of its memory.
  package var memorySize: Int { instance.memorySize }

  /// Gives the value of one frame to its port.
  /// - Parameter body: the frame without its length.
  /// - Returns: the frames that the core emits.
  /// - Throws: `noFrame`, `outOfFuel` or `trapped`.
  package func step(_ body: Span<UInt8>) throws(WasmtimeError) -> [UInt8] {
    outbox.frames.removeAll(keepingCapacity: true)
    try instance.setFuel(fuelPerStep)
    try give(body)
    fuelUsed = fuelPerStep - (try instance.fuel())
    return outbox.frames
  }

  private func give(_ body: Span<UInt8>) throws(WasmtimeError) {
    guard !body.isEmpty else { throw .noFrame }
    let tag = body[0]
    guard let (port, function) = inPorts.first(where: { $0.port.tag == tag }) else {
      throw .noFrame
    }
    let value = body.extracting(droppingFirst: 1)
    switch port.value {
    case .encoded:
      try give(value, to: function)
    case .bytes:
      guard value.count >= 2 else { throw .noFrame }
      let count = Int(value[0]) | Int(value[1]) << 8
      guard count == value.count - 2 else { throw .noFrame }
      try give(value.extracting(droppingFirst: 2), to: function)
    case .number(let bytes):
      guard value.count == bytes else { throw .noFrame }
      try instance.call(function, Self.arguments(port.inputType, [Self.number(value)]))
    case .optionalNumber(let bytes):
      guard !value.isEmpty, value[0] <= 1 else { throw .noFrame }
      let isThere = value[0] == 1
      guard value.count == (isThere ? bytes + 1 : 1) else { throw .noFrame }
      let number = Self.number(value.extracting(droppingFirst: 1))
      try instance.call(
        function, Self.arguments(port.inputType, [isThere ? 1 : 0, number]))
    }
  }

  private func give(
    _ bytes: Span<UInt8>, to function: WasmtimeInstance.Function
  ) throws(WasmtimeError) {
    try instance.write(bytes, at: input)
    try instance.call(function, [.init(type: .i32, bits: UInt64(bytes.count))])
  }

  private static func arguments(
    _ type: WasmFunctionType, _ numbers: [UInt64]
  ) -> [WasmtimeInstance.Value] {
    zip(type.parameters, numbers).map { WasmtimeInstance.Value(type: $0, bits: $1) }
  }

  private static func number(_ bytes: Span<UInt8>) -> UInt64 {
    var number: UInt64 = 0
    for index in bytes.indices.reversed() { number = number << 8 | UInt64(bytes[index]) }
    return number
  }

  /// Looks at a module before wasmtime gets it.
  /// - Returns: the bytes of its memory.
  private static func checkedMemory(of bytes: [UInt8]) throws(WasmtimeError) -> Int {
    let module: WasmModule
    do throws(WasmModuleError) {
      module = try WasmModule(bytes)
    } catch {
      throw .invalidModule("\(error)")
    }
    if let mismatch = CoreInterface.mismatches(of: module).first {
      throw .invalidModule("\(mismatch)")
    }
    return Int(module.memories[0].minimum * WasmLimits.pageSize)
  }
}
