/// What a capture file of any kind holds, before it is known what it means.
enum CaptureItem {
  /// What the file says of itself.
  case comment(String)
  case interface(CaptureInterface)
  case packet(CapturedPacket)
  /// The content of a custom block that is in the format of a trace, after its letters.
  /// It numbers interfaces from the first of its section, which has the number `base` in the file.
  case custom(ArraySlice<UInt8>, base: Int)
}

/// Where packets were captured.
struct CaptureInterface {
  /// The interface's number in the whole file.
  let number: Int
  let linkType: UInt16
  let name: String
  let resolution: TimeResolution
  /// Seconds to be added to the times of its packets.
  let offsetSeconds: Int64
}

/// How long a unit of a capture's time is.
enum TimeResolution: Equatable {
  case perSecond(UInt64)

  static let microseconds = TimeResolution.perSecond(1_000_000)
  static let nanoseconds = TimeResolution.perSecond(1_000_000_000)

  /// From the option `if_tsresol`: a power of ten, or with the top bit set of two.
  init?(option: UInt8) {
    let exponent = option & 0x7F
    if option & 0x80 != 0 {
      guard exponent < 63 else { return nil }
      self = .perSecond(1 << UInt64(exponent))
    } else {
      guard exponent < 19 else { return nil }
      self = .perSecond((0..<exponent).reduce(1) { power, _ in power * 10 })
    }
  }

  func microseconds(_ units: UInt64) -> UInt64 {
    switch self {
    case .perSecond(let rate):
      let (seconds, rest) = units.quotientAndRemainder(dividingBy: rate)
      let fraction = rate.dividingFullWidth(rest.multipliedFullWidth(by: 1_000_000)).quotient
      return seconds.multipliedReportingOverflow(by: 1_000_000).partialValue &+ fraction
    }
  }
}

struct CapturedPacket {
  let interface: CaptureInterface
  /// In microseconds, without the interface's offset.
  let time: UInt64
  let bytes: ArraySlice<UInt8>
  /// Where the block begins in the file.
  let offset: Int
  /// Whether the sender's packet went in or out, if the capture tells.
  let isInbound: Bool?
  /// The peer handle, when the packet is of a trace.
  let peer: UInt32?
}
