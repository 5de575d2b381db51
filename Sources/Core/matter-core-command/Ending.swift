/// How the core came to its end.
enum Ending {
  /// The host closed the input between two frames: the orderly end.
  case inputEnded
  /// The input ended within a frame.
  case frameCutShort
  /// A frame cannot be understood, and so nothing that follows it.
  case frameRefused
  case inputUnreadable
  case outputUnwritable

  /// The exit status, as that of the process `matter-core`.
  var status: UInt32 {
    switch self {
    case .inputEnded: 0
    case .frameCutShort, .frameRefused: 65
    case .inputUnreadable, .outputUnwritable: 74
    }
  }

  /// One line that says what went wrong; empty if nothing did.
  var message: StaticString {
    switch self {
    case .inputEnded: ""
    case .frameCutShort: "matter-core: the input ends within a frame\n"
    case .frameRefused: "matter-core: a frame is none that the core can be given\n"
    case .inputUnreadable: "matter-core: standard input cannot be read\n"
    case .outputUnwritable: "matter-core: standard output cannot be written\n"
    }
  }
}
