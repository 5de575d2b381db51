import CommandLineInterface
import Testing

struct ArgumentTests {
  @Test(arguments: [
    ("paint --count 3 a", "3 - green  quiet a"),
    ("paint a --count 3 b", "3 - green  quiet a+b"),
    ("paint --count=3 --name=x --colour=red --loud a", "3 x red  loud a"),
    ("paint --tag p a --tag=q --count 0x9", "9 - green p+q quiet a"),
    ("paint --count 3 --name=a=b f", "3 a=b green  quiet f"),
    ("paint --count 3 --name - -", "3 - green  quiet -"),
    ("paint --count 3 --name -x f", "3 -x green  quiet f"),
    ("paint --count 3 -- --name --help", "3 - green  quiet --name+--help"),
    ("paint --count 3 --name=--loud f", "3 --loud green  quiet f"),
  ])
  func whatIsGivenArrives(line: String, output: String) throws {
    let outcome = try Fixture.run(line)
    #expect(outcome == .init(exitCode: .done, output: output + "\n", errors: ""))
  }

  @Test(arguments: [
    ("paint --count 3 --nam x f", "unknown option --nam; did you mean --name?"),
    ("paint --count 3 -name x f", "unknown option -name; did you mean --name?"),
    ("paint --count 3 --zzz f", "unknown option --zzz; --help lists the options"),
    ("paint --count 3 --col red f", "unknown option --col; did you mean --colour?"),
    ("paint --count", "--count needs a value: --count NUMBER"),
    ("paint --count --loud f", "--count needs a value: --count NUMBER"),
    ("paint --count 3 --loud=yes f", "--loud takes no value, but was given 'yes'"),
    ("paint --count 3 --loud= f", "--loud takes no value, but was given ''"),
    ("paint --count 3 --count 4 f", "--count is given more than once"),
    ("paint --count 3 --loud --loud f", "--loud is given more than once"),
    ("paint --count 10 f", "--count 10: a count is from 1 to 9"),
    ("paint --count 0 f", "--count 0: a count is from 1 to 9"),
    (
      "paint --count 99999999999999999999999 f",
      "--count 99999999999999999999999: a count is from 1 to 9"
    ),
    ("paint --count -3 f", "--count -3: a count is a whole number from 1 to 9"),
    ("paint --count +3 f", "--count +3: a count is a whole number from 1 to 9"),
    ("paint --count 3.0 f", "--count 3.0: a count is a whole number from 1 to 9"),
    ("paint --count 0x f", "--count 0x: a count is a whole number from 1 to 9"),
    ("paint --count= f", "--count '': a count is a whole number from 1 to 9"),
    ("paint --count ٣ f", "--count ٣: a count is a whole number from 1 to 9"),
    ("paint --count 3 --name= f", "--name '': a name cannot be empty"),
    (
      "paint --count 3 --colour gren f",
      "--colour gren: this is one of red, green; did you mean green?"
    ),
    ("paint --count 3 --colour blue f", "--colour blue: this is one of red, green"),
    ("paint f", "--count NUMBER is missing"),
    ("paint --count 3", "FILE is missing"),
    ("paint --count 3 --format xml f", "--format xml: this is one of text, json"),
    ("files show a b", "unexpected argument 'b'"),
    ("break now", "unexpected argument 'now'"),
    ("files", "tool files needs one of: show"),
    ("files --loud", "tool files needs one of: show"),
    ("files shwo", "there is no command 'shwo'; did you mean show?"),
    ("pain", "there is no command 'pain'; did you mean paint?"),
    ("dance", "there is no command 'dance'; --help lists them"),
    ("--versoin", "unknown option --versoin; did you mean --version?"),
  ])
  func aWrongCommandLineIsToldInOneLine(line: String, message: String) throws {
    let outcome = try Fixture.run(line)
    #expect(outcome == .init(exitCode: .usage, output: "", errors: "matter-sim: \(message)\n"))
  }

  @Test func whatCannotBeShownIsEscapedAndWhatIsLongIsCut() throws {
    let escape = try Fixture.run(["paint", "--count", "\u{1B}[2J\n\u{202E}", "f"])
    #expect(
      escape.errors
        == "matter-sim: --count \\u{1b}[2J\\u{a}\\u{202e}: a count is a whole number from 1 to 9\n")
    let long = try Fixture.run(["dance" + String(repeating: "x", count: 500)])
    #expect(long.errors.count < 150)
  }

  @Test func anUnreadableCommandFailsWithItsOwnExitCode() throws {
    #expect(
      try Fixture.run("break")
        == .init(exitCode: .coreLost, output: "", errors: "matter-sim: the core process is gone\n"))
    #expect(
      try Fixture.run("files show x") == .init(exitCode: .replayDiffers, output: "x\n", errors: ""))
  }

  @Test func exitCodesAreThoseOfTheManual() {
    #expect(ExitCode.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 141])
  }
}
