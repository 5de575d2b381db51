import Dispatch
import Glibc
import OperatingSystem
import Testing

struct FileDescriptorTests {
  /// More than a pipe holds: the writer has to wait for its reader.
  private static let large = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

  @Test(arguments: [false, true])
  func everythingThatIsWrittenArrives(isNonBlocking: Bool) throws {
    let ends = try PipeEnds()
    if isNonBlocking {
      PipeEnds.makeNonBlocking(ends.reading)
      PipeEnds.makeNonBlocking(ends.writing)
    }
    DispatchQueue.global().async {
      try? FileDescriptor(ends.writing).write(Self.large.span)
      FileDescriptor(ends.writing).close()
    }
    let read = try FileDescriptor(ends.reading).readToEnd(limit: 1_000_000)
    FileDescriptor(ends.reading).close()
    #expect(read == Self.large)
  }

  @Test func whatIsBeyondTheLimitIsLeft() throws {
    let file = try FileDescriptor(opening: "/dev/zero", O_RDONLY)
    defer { file.close() }
    let bytes = try file.readToEnd(limit: 100_000)
    #expect(bytes.count > 100_000)
    #expect(bytes.count < 200_000)
  }

  @Test func aReaderThatHasGoneIsABrokenPipe() throws {
    signal(SIGPIPE, SIG_IGN)
    let ends = try PipeEnds()
    FileDescriptor(ends.reading).close()
    defer { FileDescriptor(ends.writing).close() }
    let error = #expect(throws: SystemError.self) { try FileDescriptor(ends.writing).write("x") }
    #expect(error?.isBrokenPipe == true)
  }

  @Test func aFileThatIsNotThereCannotBeOpened() {
    #expect(throws: SystemError(number: ENOENT)) {
      try FileDescriptor(opening: "/nowhere/file", O_RDONLY)
    }
  }
}
