public import CoreSeam

/// How a core that works between pipes came to its end.
public enum Ending: Equatable, Sendable {
  /// The host closed the input between two frames: the orderly end.
  case inputEnded
  /// The host no longer reads: there is nobody left to tell.
  case hostGone
  /// The input ended within a frame.
  case frameCutShort
  /// A frame cannot be understood, and so nothing that follows it.
  case frameRefused(SeamError)
  case inputUnreadable
  case outputUnwritable

  init(_ error: PipeError) {
    switch error {
    case .unreadable: self = .inputUnreadable
    case .unwritable: self = .outputUnwritable
    case .readerGone: self = .hostGone
    }
  }

  /// The exit status: 0, or as in `sysexits.h` 65 for data that is wrong and 74 for a pipe that
  /// fails.
  public var status: Int32 {
    switch self {
    case .inputEnded, .hostGone: 0
    case .frameCutShort, .frameRefused: 65
    case .inputUnreadable, .outputUnwritable: 74
    }
  }

  /// One line that tells what went wrong, if anything did.
  public var message: StaticString? {
    switch self {
    case .inputEnded, .hostGone: nil
    case .frameCutShort: "matter-core: the input ends within a frame\n"
    case .frameRefused(let error): Self.message(for: error)
    case .inputUnreadable: "matter-core: standard input cannot be read\n"
    case .outputUnwritable: "matter-core: standard output cannot be written\n"
    }
  }

  private static func message(for error: SeamError) -> StaticString {
    switch error {
    case .emptyFrame: "matter-core: a frame is empty: it must hold at least its port\n"
    case .oversizedFrame: "matter-core: a frame is longer than any can be\n"
    case .unknownPort: "matter-core: a frame names no in-port of the core\n"
    case .truncated: "matter-core: a frame is too short for its value\n"
    case .trailingBytes: "matter-core: a frame is longer than its value\n"
    case .tooLong: "matter-core: a frame holds a byte string that is too long for its type\n"
    case .unknownCase: "matter-core: a frame holds a case, flag or enumeration that is unknown\n"
    }
  }
}
