import CoreSeam
import Glibc

/// How the core process came to its end.
enum Ending: Equatable {
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
  var status: Int32 {
    switch self {
    case .inputEnded, .hostGone: 0
    case .frameCutShort, .frameRefused: 65
    case .inputUnreadable, .outputUnwritable: 74
    }
  }

  /// Tells standard error in one line what went wrong, if anything did.
  func report() {
    guard let message else { return }
    // If this cannot be written either, the exit status still tells.
    _ = unsafe write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
  }

  private var message: StaticString? {
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
