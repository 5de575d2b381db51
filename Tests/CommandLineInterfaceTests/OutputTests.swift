import CommandLineInterface
import Glibc
import Testing

struct OutputTests {
  @Test func jsonIsOneLineInTheOrderGiven() throws {
    let outcome = try Fixture.run("paint --count 3 --format json f")
    #expect(outcome.output == #"{"words":["3","-","green","","quiet","f"]}"# + "\n")
  }

  @Test func jsonEscapesWhatRFC8259Asks() {
    let value: JSONValue = [
      "text": "a\"b\\c\nd\re\tf\u{0}\u{1F}é🙂/", "number": -1, "yes": true, "no": false,
      "nothing": nil,
      "list": [1, []], "object": [:],
    ]
    #expect(
      value.text == #"{"text":"a\"b\\c\nd\re\tf\u0000\u001fé🙂/","number":-1,"yes":true,"#
        + #""no":false,"nothing":null,"list":[1,[]],"object":{}}"#)
  }

  @Test func aReaderThatHasGoneEndsTheCommandQuietly() throws {
    signal(SIGPIPE, SIG_IGN)
    let output = try Pipe()
    let errors = try Pipe()
    close(output.readEnd)
    let console = Console(
      output: output.writeEnd, errors: errors.writeEnd, style: TextStyle(usesColour: false))
    #expect(Fixture.tool.run(["--help"], console: console) == .outputClosed)
    close(output.writeEnd)
    #expect(errors.finish() == "")
  }

  @Test func aFullDiskIsReported() throws {
    let full = unsafe open("/dev/full", O_WRONLY)
    try #require(full >= 0)
    defer { close(full) }
    let errors = try Pipe()
    let console = Console(
      output: full, errors: errors.writeEnd, style: TextStyle(usesColour: false))
    #expect(Fixture.tool.run(["--help"], console: console) == .failed)
    #expect(errors.finish() == "matter-sim: standard output: No space left on device\n")
  }

  @Test func aFullPipeThatDoesNotBlockLosesNothing() async throws {
    let output = try Pipe()
    _ = fcntl(output.writeEnd, F_SETFL, O_NONBLOCK)
    let console = Console(
      output: output.writeEnd, errors: output.writeEnd, style: TextStyle(usesColour: false))
    let text = String(
      (0..<300_000).map { "abcdefghij"["abcdefghij".index("a".startIndex, offsetBy: $0 % 10)] })
    let writer = Task.detached {
      defer { close(output.writeEnd) }
      try console.write(text)
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 7000)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(output.readEnd, $0.baseAddress, 7000)
      }
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    close(output.readEnd)
    try await writer.value
    #expect(String(decoding: bytes, as: UTF8.self) == text + "\n")
  }

  @Test func colourIsForTerminalsThatWantIt() throws {
    var (primary, secondary) = (Int32(0), Int32(0))
    try #require(unsafe openpty(&primary, &secondary, nil, nil, nil) == 0)
    defer {
      close(primary)
      close(secondary)
    }
    func style(_ environment: [String: String], descriptor: Int32) -> TextStyle {
      TextStyle(descriptor: descriptor) { environment[$0] }
    }
    #expect(style(["TERM": "xterm"], descriptor: secondary).usesColour)
    #expect(style(["NO_COLOR": ""], descriptor: secondary).usesColour)
    #expect(!style(["NO_COLOR": "1"], descriptor: secondary).usesColour)
    #expect(!style(["TERM": "dumb"], descriptor: secondary).usesColour)
    let pipe = try Pipe()
    #expect(!style(["TERM": "xterm"], descriptor: pipe.writeEnd).usesColour)
    _ = pipe.finish()
  }

  @Test func emphasisIsPutOnAndTakenOffOrLeftOut() {
    #expect(TextStyle(usesColour: true).red("no") == "\u{1B}[31mno\u{1B}[0m")
    #expect(TextStyle(usesColour: false).red("no") == "no")
  }
}
