import AADL

/// `line:column: error: message` of everything that is wrong with a text.
func findings(in text: String) -> [String] {
  Model([SourceText(name: "m.aadl", text: text)]).diagnostics.map(\.summary).map {
    String($0.dropFirst("m.aadl:".count))
  }
}

/// The same of putting one implementation of the text together.
func findings(instantiating name: String, of text: String) -> [String] {
  let model = Model([SourceText(name: "m.aadl", text: text)])
  guard
    case .implementation(let index)? = model.classifier(package: "P", name: name)
  else { return ["there is no \(name)"] }
  return (model.diagnostics + Instantiation.instance(of: index, in: model).diagnostics).map {
    String($0.summary.dropFirst("m.aadl:".count))
  }
}
