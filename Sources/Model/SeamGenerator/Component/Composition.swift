/// Two cores and a wire between them, in the text format of the Component Model: a commissioner and
/// a device, the mailboxes that take what each emits, and the wire that gives them what they get.
///
/// Instances are made one after another, and none calls one that is made later. So a core emits into
/// a mailbox of its own, and the wire, made last, empties it.
struct Composition {
  private static let parties = ["commissioner", "device"]

  private let seam: Seam
  private let types: ComponentTypes

  init(_ seam: Seam) {
    self.seam = seam
    types = ComponentTypes(seam)
  }

  // MARK: mailbox

  /// Exports the interface of the host, and `take`, which gives the first frame not taken yet, or
  /// no bytes.
  var mailbox: [String] {
    types.importedTypes + [
      "(core module $program)", "(core instance $mailbox (instantiate $program))",
      "(alias core export $mailbox \"memory\" (core memory $memory))",
    ]
      + seam.outputs.map { port in
        let name = SeamName.kebab(port.name)
        return "(func $lifted-\(name)\(types.parameter(of: port)) (canon lift "
          + "(core func $mailbox \"\(seam.wit("host"))#\(name)\") (memory $memory) "
          + "(realloc (core func $mailbox \"cabi_realloc\"))))"
      } + ["(instance $ports"] + types.exportedTypes(seam.outputs).map { "  " + $0 }
      + seam.outputs.map { port in
        let name = SeamName.kebab(port.name)
        return "  (export \"\(name)\" (func $lifted-\(name)))"
      } + [
        ")", "(export \"\(seam.wit("host"))\" (instance $ports))",
        "(func $take (result (list u8)) (canon lift (core func $mailbox \"take\") "
          + "(memory $memory)))", "(export \"take\" (func $take))",
      ]
  }

  // MARK: wire

  var wire: [String] {
    let takes = Trampolines(functions: Self.parties.map { ("take-\($0)", [.i32]) })
    var lines = types.importedTypes
    for party in Self.parties {
      lines += ["(import \"\(party)\" (instance $\(party)"]
      lines += types.interface(seam.inputs).map { "  " + $0 } + ["))"]
      lines += [
        "(import \"\(party)-mailbox\" (instance $\(party)-mailbox",
        "  (export \"take\" (func (result (list u8))))", "))",
      ]
    }
    lines += ["(core module $program)"] + takes.modules
    lines += Self.parties.flatMap { lowered($0) }
    lines += [
      "(core instance $wire (instantiate $program",
      "  (with \"env\" (instance (export \"memory\" (memory $memory))))",
      "  (with \"mailboxes\" (instance $trampoline))",
    ]
    lines += Self.parties.map { "  (with \"\($0)\" (instance $lowered-\($0)))" } + ["))"]
    lines += Self.parties.map { party in
      "(core func $take-\(party) (canon lower (func $\(party)-mailbox \"take\") (memory $memory) "
        + "(realloc (core func $wire \"cabi_realloc\"))))"
    }
    lines += takes.filling(Self.parties.map { "(func $take-\($0))" })
    return lines + [
      "(func $run (result (result (error string))) (canon lift (core func $wire \"run\") "
        + "(memory $memory)))", "(export \"run\" (func $run))",
      "(func $crossed (result (list u8)) (canon lift (core func $wire \"crossed\") "
        + "(memory $memory)))", "(export \"crossed\" (func $crossed))",
    ]
  }

  private func lowered(_ party: String) -> [String] {
    let names = seam.inputs.map { SeamName.kebab($0.name) }
    return names.map {
      "(core func $\(party)-\($0) (canon lower (func $\(party) \"\($0)\") (memory $memory)))"
    } + ["(core instance $lowered-\(party)"]
      + names.map { "  (export \"\($0)\" (func $\(party)-\($0)))" } + [")"]
  }

  // MARK: the whole

  /// With empty components in the places of core, mailbox and wire.
  var composed: [String] {
    let types = "(with \"\(seam.wit("types"))\" (instance $types))"
    var lines = ["(component $core)", "(component $mailbox)", "(component $wire)"]
    lines += self.types.definitions + self.types.instance
    for party in Self.parties {
      lines += [
        "(instance $\(party)-mailbox (instantiate $mailbox \(types)))",
        "(instance $\(party) (instantiate $core \(types)",
        "  (with \"\(seam.wit("host"))\" (instance $\(party)-mailbox \"\(seam.wit("host"))\"))",
        "))",
      ]
    }
    lines += ["(instance $composed (instantiate $wire \(types)"]
    for party in Self.parties {
      lines += [
        "  (with \"\(party)\" (instance $\(party) \"\(seam.wit("core"))\"))",
        "  (with \"\(party)-mailbox\" (instance $\(party)-mailbox))",
      ]
    }
    return lines + [
      "))", "(export \"run\" (func $composed \"run\"))",
      "(export \"crossed\" (func $composed \"crossed\"))",
    ]
  }
}
