import CorePump
import OperatingSystem

/// Standard input and output as the pump reads and writes them.
enum StandardPipes {
  /// Waits for bytes.
  /// - Returns: how many there are now at the front of `buffer`; 0 at the end of the input.
  static func read(into buffer: inout MutableSpan<UInt8>) throws(PipeError) -> Int {
    do throws(SystemError) {
      return try FileDescriptor.standardInput.read(into: &buffer)
    } catch {
      throw .unreadable
    }
  }

  /// Writes all of `bytes`.
  static func write(_ bytes: Span<UInt8>) throws(PipeError) {
    do throws(SystemError) {
      try FileDescriptor.standardOutput.write(bytes)
    } catch {
      throw error.isBrokenPipe ? .readerGone : .unwritable
    }
  }
}
