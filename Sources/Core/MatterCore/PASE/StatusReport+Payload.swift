import MatterBytes
import MatterWire

extension StatusReport {
  /// The report as the payload of a message.
  var payload: BoundedBytes<10> {
    var bytes = BoundedBytes<10>()
    do {
      try write(into: &bytes)
    } catch {
      preconditionFailure("no report is longer than 10 bytes")
    }
    return bytes
  }
}
