import MatterBytes
import MatterWire

extension StatusReport {
  /// The report as the payload of a message.
  var payload: BoundedBytes<10> {
    var bytes = BoundedBytes<10>()
    write(into: &bytes)
    return bytes
  }
}
