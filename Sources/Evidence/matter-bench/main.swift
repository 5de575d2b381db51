import CoreEngines
import Foundation
import HostShell
import MatterCore
import OperatingSystem
import ReferencePASE

do {
  let options = try Options(Array(CommandLine.arguments.dropFirst()))
  let libraries = try ReferenceLibrary.allCases.map { try ReferenceCrypto($0) }
  let report = Report(format: options.format)
  report.begin()
  var contests = hashContests(libraries) + curveContests(libraries)
  contests += try cipherContests(libraries) + handshakeContests(libraries)
  contests += try traceContests()
  for contest in contests {
    report.add(contest.name, contest.measure(options.effort))
  }
  report.add("the core's whole state", Double(MemoryLayout<VerifiedCore>.size), .bytes)
  let cores = [try CoreCatalogue.open(.native)] + presentWasmCores()
  let runs = try LoopbackRun.measure(cores, options.effort)
  let names = cores.map { "\($0.choice)" }
  for (name, run) in zip(names, runs) {
    report.add(
      "pairing over UDP, elapsed, \(name)", run.pairingMicroseconds, .microseconds,
      toNative: run.pairingMicroseconds / runs[0].pairingMicroseconds)
  }
  for (name, run) in zip(names, runs) {
    report.add(
      "encrypted messages, \(name)", run.messagesPerSecond, .perSecond,
      toNative: runs[0].messagesPerSecond / run.messagesPerSecond)
  }
} catch Options.Request.help {
  print(Options.help)
} catch Options.Request.wrongUsage(let message) {
  complain(message)
  exit(2)
} catch {
  complain("\(error)")
  exit(1)
}

/// The WebAssembly cores that are here; says why the others are not.
func presentWasmCores() -> [OpenedCore] {
  WasmEngine.allCases.compactMap { engine in
    do throws(CoreStartError) {
      return try CoreCatalogue.open(.wasm(engine))
    } catch {
      complain("no row for \(engine.rawValue): \(error)")
      return nil
    }
  }
}

func complain(_ message: String) {
  FileHandle.standardError.write(Data("matter-bench: \(message)\n".utf8))
}
