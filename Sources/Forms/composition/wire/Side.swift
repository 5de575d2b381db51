/// One of the two parties.
enum Side: UInt8 {
  case commissioner = 0
  case device = 1

  var other: Side {
    switch self {
    case .commissioner: .device
    case .device: .commissioner
    }
  }

  var name: StaticString {
    switch self {
    case .commissioner: "commissioner"
    case .device: "device"
    }
  }

  var index: Int { Int(rawValue) }

  /// The handle by which the other party knows it.
  var handle: UInt32 {
    switch self {
    case .commissioner: 2
    case .device: 1
    }
  }
}
