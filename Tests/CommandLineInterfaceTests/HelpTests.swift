import CommandLineInterface
import Testing

struct HelpTests {
  @Test(arguments: ["", "--help", "-h"])
  func theToolListsItsCommands(_ line: String) throws {
    let outcome = try Fixture.run(line)
    #expect(outcome.exitCode == .done)
    #expect(
      outcome.output == """
        tool: a tool

        Usage: tool COMMAND [OPTIONS]

        Commands:
          paint                   paint files
          break                   fail
          files                   look at files

        Options:
          --help                  print this help; after a command, that command's
          --version               print the version

        Example:
          tool paint --count 3 wall

        """)
  }

  @Test(arguments: ["paint --help", "paint --count nonsense --zzz -h", "paint --count --help"])
  func helpOfACommandIsGivenWhateverElseIsWrong(_ line: String) throws {
    let outcome = try Fixture.run(line)
    #expect(outcome.exitCode == .done)
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        Paint files.

        Usage: tool paint --count NUMBER [OPTIONS] FILE…

          FILE…                   files

        Options:
          --count NUMBER          how many (required)
          --name TEXT             a name
          --colour COLOUR         a colour (default: green)
          --tag TEXT              a tag (may be repeated)
          --loud                  in capitals
          --format text|json      text for people, or JSON Lines for programs (default:
                                  text)
          --help                  print this help

        Example:
          tool paint --count 3 wall

        """)
  }

  @Test func helpOfAGroupListsWhatIsBelowIt() throws {
    let outcome = try Fixture.run("files --help")
    #expect(outcome.exitCode == .done)
    #expect(outcome.output.hasPrefix("Look at files.\n\nUsage: tool files COMMAND [OPTIONS]\n"))
    #expect(outcome.output.contains("  show                    show a file\n"))
  }

  @Test func theVersionIsOneLine() throws {
    #expect(
      try Fixture.run("--version") == .init(exitCode: .done, output: "tool 1.2.3\n", errors: ""))
  }
}
