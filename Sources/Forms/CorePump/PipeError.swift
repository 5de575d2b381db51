/// Why a pipe does not go on.
public enum PipeError: Error, Equatable {
  /// Standard input cannot be read.
  case unreadable
  /// Standard output cannot be written.
  case unwritable
  /// Nobody reads standard output any more.
  case readerGone
}
