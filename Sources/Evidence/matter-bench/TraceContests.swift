import CoreSeam
import Glibc
import HostShell
import MatterBytes
import TraceFormat

/// What it costs to leave `--record` on: an event formatted and written to a file. The libraries
/// have nothing to stand beside.
func traceContests() throws -> [Contest] {
  let datagram = Datagram(peer: PeerHandle(rawValue: 1), bytes: try BoundedBytes(zeros: 174))
  let ends = AddressPair(source: .loopback6(port: 5540), destination: .loopback6(port: 5541))
  return [
    try contest(
      "a datagram of 174 bytes in the trace", .input(.message(.datagram(datagram))), ends),
    try contest("a clock event in the trace", .input(.clock(1_000_000)), ends),
  ]
}

private func contest(
  _ name: String, _ content: PortEvent.Content, _ ends: AddressPair
) throws -> Contest {
  let work = { (count: Int) in
    guard let writer = temporaryWriter() else {
      preconditionFailure("a temporary file can be written")
    }
    for index in 0..<count {
      writer.write(PortEvent(time: UInt64(index), content: content), of: 0, between: ends)
    }
    precondition(writer.failure == nil, "a temporary file can be written")
  }
  return Contest(name: name, entries: [(Contender.ours, work)])
}

/// Writes to a file that is gone as soon as it is closed.
private func temporaryWriter() -> TraceWriter? {
  let path = "/tmp/matter-bench-\(getpid()).pcapng"
  guard
    let writer = try? TraceWriter(
      path: path, replacing: true, isRedacted: false, secondsToTimeOfDay: nil)
  else { return nil }
  _ = unsafe unlink(path)
  let hash = [UInt8](repeating: 0, count: 32)
  _ = writer.addParty(
    name: "bench",
    RunIdentity(
      coreHash: hash, seamHash: hash, isRedacted: false, isSeeded: false, configuration: ""))
  return writer
}
