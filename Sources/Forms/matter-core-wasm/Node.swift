import CoreSeam
import MatterBytes
import MatterCore

/// The core with what lies between it and its ports.
struct Node: ~Copyable {
  /// Where the host writes: the longest value of a port, and some.
  var input = [1244 of UInt8](repeating: 0)
  private var core = VerifiedCore()
  private var outbox = Outbox()

  /// Acts on one event and hands what the core emits to the out-ports, in order.
  mutating func step(_ event: InEvent) {
    outbox.removeAll()
    core.step(event, into: &outbox)
    var assembler = FrameAssembler()
    var offset = 0
    do {
      while try assembler.consume(outbox.bytes, at: &offset) {
        try Self.emit(assembler.body)
      }
    } catch {
      preconditionFailure("the core emits frames that can be read")
    }
  }

  /// Hands one event, as the body of a frame, to its port. A message is handed on as it is: to read
  /// it here would take the code for reading every notice.
  private static func emit(_ body: Span<UInt8>) throws(SeamError) {
    var reader = ByteReader(body)
    switch try UInt8(from: &reader) {
    case Port.message:
      unsafe body.extracting(droppingFirst: 1).withUnsafeBytes { value in
        messageOut(UInt32(UInt(bitPattern: value.baseAddress)), UInt32(value.count))
      }
    case Port.deadline:
      let microseconds = try UInt64?(from: &reader)
      deadlineOut(microseconds == nil ? 0 : 1, microseconds ?? 0)
    case Port.entropyWanted:
      entropyWanted(try UInt32(from: &reader))
    default:
      throw .unknownPort
    }
  }

  /// The out-ports as a frame names them.
  private enum Port {
    static let message: UInt8 = 0x81
    static let deadline: UInt8 = 0x82
    static let entropyWanted: UInt8 = 0x83
  }
}
