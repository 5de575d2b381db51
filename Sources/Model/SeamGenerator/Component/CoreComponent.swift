/// The component of the core in the text format of the Component Model.
///
/// It holds the core module as it is, so that one hash names the core wherever it runs, and an
/// adapter between the values of the canonical ABI and those of the module. The text has empty
/// modules in the places of the two.
struct CoreComponent {
  private let seam: Seam
  private let types: ComponentTypes
  private let module: CoreModule

  init(_ seam: Seam) {
    self.seam = seam
    types = ComponentTypes(seam)
    module = CoreModule(seam)
  }

  /// The core wants the adapter's functions, and the adapter those of the core.
  private var trampolines: Trampolines {
    Trampolines(
      functions: seam.outputs.map { (SeamName.kebab($0.name), module.parameters(of: $0)) })
  }

  var lines: [String] {
    types.importedTypes + ["(import \"\(seam.wit("host"))\" (instance $host"]
      + types.interface(seam.outputs).map { "  " + $0 } + ["))"]
      + ["(core module $core)", "(core module $adapter)"] + trampolines.modules + bridge + lowered
      + instances
      + trampolines.filling(seam.outputs.map { "(func $adapted \"\(SeamName.kebab($0.name))\")" })
      + lifted
  }

  /// Copies between the memories of the core and the adapter.
  private var bridge: [String] {
    [
      "(core module $bridge", "  (import \"core\" \"memory\" (memory $core 1))",
      "  (import \"adapter\" \"memory\" (memory $adapter 1))",
      "  (func (export \"to-core\") (param $from i32) (param $to i32) (param $count i32)",
      "    (memory.copy $core $adapter (local.get $to) (local.get $from) (local.get $count)))",
      "  (func (export \"from-core\") (param $from i32) (param $to i32) (param $count i32)",
      "    (memory.copy $adapter $core (local.get $to) (local.get $from) (local.get $count)))", ")",
    ]
  }

  private var lowered: [String] {
    seam.outputs.map { port in
      let name = SeamName.kebab(port.name)
      return "(core func $lowered-\(name) (canon lower (func $host \"\(name)\") (memory $memory)))"
    }
  }

  private var instances: [String] {
    [
      "(core instance $module (instantiate $core (with \"\(CoreModule.name)\" "
        + "(instance $trampoline))))",
      "(core instance $bridged (instantiate $bridge", "  (with \"core\" (instance $module))",
      "  (with \"adapter\" (instance $trampoline))", "))",
      "(core instance $adapted (instantiate $adapter",
      "  (with \"env\" (instance (export \"memory\" (memory $memory))))",
      "  (with \"core\" (instance $module))", "  (with \"bridge\" (instance $bridged))",
      "  (with \"\(seam.wit("host"))\" (instance",
    ]
      + seam.outputs.map { port in
        let name = SeamName.kebab(port.name)
        return "    (export \"\(name)\" (func $lowered-\(name)))"
      } + ["  ))", "))"]
  }

  private var lifted: [String] {
    seam.inputs.map { port in
      let name = SeamName.kebab(port.name)
      return "(func $lifted-\(name)\(types.parameter(of: port)) (canon lift "
        + "(core func $adapted \"\(seam.wit("core"))#\(name)\") (memory $memory) "
        + "(realloc (core func $adapted \"cabi_realloc\"))))"
    } + ["(instance $ports"] + types.exportedTypes(seam.inputs).map { "  " + $0 }
      + seam.inputs.map { port in
        let name = SeamName.kebab(port.name)
        return "  (export \"\(name)\" (func $lifted-\(name)))"
      } + [")", "(export \"\(seam.wit("core"))\" (instance $ports))"]
  }
}
