import Foundation
import Testing

/// The README's commands, as they stand there.
struct ExampleTests {
  @Test func aPackageOfItsOwnIsCoveredAsTheReadmeSays() throws {
    let tool = Toolchain.package.appending(path: "tools/mcdc").path
    let readme = try String(contentsOfFile: "\(tool)/README.md", encoding: .utf8)
    let block = try #require(readme.firstMatch(of: /```sh\n(?<commands>(.|\n)*?)```/))
    // The tests run while the tool's own build folder is locked.
    let commands = block.commands.split(separator: "\n").filter { !$0.contains("--tool-only") }
      .joined(separator: "\n")
    let script = "set -e; cd '\(tool)'\n\(commands)"
    let output = try Toolchain.run("bash", ["-c", script])
    #expect(output.contains("2024 is a leap year"))
    #expect(output.contains("year % 400 == 0"))
    #expect(output.contains("years #2024"))
    let closed = try Toolchain.run(
      "bash", ["-c", script.replacing("1900 2023 2024", with: "1900 2000 2023 2024")])
    #expect(closed.contains("2000 is a leap year"))
    #expect(!closed.contains("is not shown to decide"))
  }
}
