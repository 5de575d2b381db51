import CoverageData
import CoverageReport
import Foundation
import Instrumenter

let usage = """
  usage: mcdc instrument --module NAME=FOLDER… --output FOLDER --manifest FILE
         mcdc mutate     --module NAME=FOLDER… --output FOLDER --manifest FILE
         mcdc report     --manifest FILE --raw FILE

    instrument  writes an instrumented copy of each module to OUTPUT/NAME, and what there is to
                cover to the manifest
    mutate      writes a copy of each module that holds its mutants, and a list of them
    report      judges what a run of an instrumented copy has covered

    --module NAME=FOLDER   a module and the folder of its sources, from the package's folder
    --package FOLDER       the package, by default the current folder
    -D NAME                what `#if` finds defined
    --justifications FILE  what cannot be covered, and why
    --criterion NAME       masking (the default) or unique-cause
    --format NAME          text (the default), json, lcov or html
    --output PATH          where the copies, the report or its pages go
    --required LEVEL       97.5 or MODULE=100: fails below that; may be given several times
    --all                  the truth tables of covered decisions too

    mcdc instrument --module MatterWire=Sources/Core/MatterWire \\
      --output .build/mcdc/copy --manifest .build/mcdc/manifest.json

  """

func complain(_ message: String) {
  FileHandle.standardError.write(Data("mcdc: \(message)\n".utf8))
}

let rest = CommandLine.arguments.dropFirst(2)
do {
  switch CommandLine.arguments.dropFirst().first {
  case "instrument": try Commands.instrument(rest)
  case "mutate": try Commands.mutate(rest)
  case "report": exit(try Commands.report(rest) ? 0 : 1)
  case "--help", "-h": print(usage, terminator: "")
  case let other:
    complain("\(other ?? "a command is missing"); see mcdc --help")
    exit(2)
  }
} catch let error as UsageError {
  complain(error.message)
  exit(2)
} catch let error as InstrumenterError {
  complain(error.message)
  exit(1)
} catch let error as CoverageFileError {
  complain(error.message)
  exit(1)
} catch let error as CoverageReportError {
  complain(error.message)
  exit(1)
}
