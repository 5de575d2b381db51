import CoverageData
import Foundation
import Instrumenter

let usage = """
  usage: mcdc instrument --module NAME=FOLDER… --output FOLDER --manifest FILE
                         [--package FOLDER] [-D NAME]…

    Writes an instrumented copy of each module to OUTPUT/NAME, and what there is to cover to FILE.
    Paths of modules are from the package's folder, by default the current one.

    mcdc instrument --module MatterWire=Sources/Core/MatterWire \\
      --output .build/mcdc/copy --manifest .build/mcdc/manifest.json
  """

do throws(UsageError) {
  let arguments = try Arguments(Array(CommandLine.arguments.dropFirst()))
  try instrument(arguments)
} catch {
  FileHandle.standardError.write(Data("mcdc: \(error.message)\n".utf8))
  exit(2)
}

func instrument(_ arguments: Arguments) throws(UsageError) {
  do {
    let set = try ModuleSet(
      arguments.modules, package: arguments.package, flags: arguments.flags)
    let (copies, manifest) = set.instrumented()
    try CopyFolder(path: arguments.output).hold(copies)
    try manifest.write(path: arguments.manifest)
    let conditions = manifest.decisions.reduce(0) { $0 + $1.conditions.count }
    print(
      "\(manifest.files.count) files, \(manifest.decisions.count) decisions with \(conditions) "
        + "conditions, \(manifest.branches.count) branches, \(manifest.refusals.count) refused")
    for refusal in manifest.refusals {
      let file = manifest.files[refusal.file].path
      print("\(file):\(refusal.range.line):\(refusal.range.column): \(refusal.reason)")
    }
  } catch let error as InstrumenterError {
    throw UsageError(message: error.message)
  } catch let error as CoverageFileError {
    throw UsageError(message: error.message)
  } catch {
    throw UsageError(message: "\(error)")
  }
}
