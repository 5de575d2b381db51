import Foundation
import MatterCore
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
  let loopback = try LoopbackRun.measure(options.effort)
  report.add("pairing over UDP, elapsed", loopback.pairingMicroseconds, .microseconds)
  report.add("encrypted messages, to and fro", loopback.messagesPerSecond, .perSecond)
} catch Options.Request.help {
  print(Options.help)
} catch Options.Request.wrongUsage(let message) {
  complain(message)
  exit(2)
} catch {
  complain("\(error)")
  exit(1)
}

func complain(_ message: String) {
  FileHandle.standardError.write(Data("matter-bench: \(message)\n".utf8))
}
