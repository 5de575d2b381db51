// Generated from aadl/; change the model, then run `matter-sim model swift`.

extension CoreInterface {
  /// The fuel that a step may use, about an instruction of WebAssembly a unit.
  package static let fuelPerStep: UInt64 = 100_000_000

  /// What a module of the core exports.
  package static let inPorts: [CorePort] = [
    CorePort(tag: 0x01, name: "message-in", value: .encoded),
    CorePort(tag: 0x02, name: "clock-in", value: .number(bytes: 8)),
    CorePort(tag: 0x03, name: "entropy-in", value: .bytes),
  ]

  /// What a module of the core imports.
  package static let outPorts: [CorePort] = [
    CorePort(tag: 0x81, name: "message-out", value: .encoded),
    CorePort(tag: 0x82, name: "deadline-out", value: .optionalNumber(bytes: 8)),
    CorePort(tag: 0x83, name: "entropy-wanted", value: .number(bytes: 4)),
  ]
}
