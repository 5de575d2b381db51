import AADL
import Foundation
import ModelAnalysis

/// A model of one package `P`, with the property set of the seam.
func model(_ body: String) throws -> Model {
  let seam = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "aadl/seam.aadl")
  return Model([
    SourceText(name: "seam.aadl", text: try String(contentsOf: seam, encoding: .utf8)),
    SourceText(
      name: "m", text: "package P public with Base_Types, Data_Model, Seam;\n\(body)\nend P;"),
  ])
}

/// What an analysis says of the implementation `S.i`; the first line of `body` is line 2.
func findings(_ analysis: some SystemAnalysis, in body: String) throws -> [String] {
  let model = try model(body)
  guard case .implementation(let index)? = model.classifier(package: "P", name: "S.i") else {
    return ["there is no S.i"]
  }
  let system = Instantiation.instance(of: index, in: model)
  let found = model.diagnostics + system.diagnostics + analysis.diagnostics(of: system)
  return found.map(\.summary)
}
