/// Why a pipe does not go on.
enum PipeError: Error, Equatable {
  /// Standard input cannot be read.
  case unreadable
  /// Standard output cannot be written.
  case unwritable
  /// Nobody reads standard output any more.
  case readerGone
}
