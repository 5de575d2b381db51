import Foundation
import Testing

/// The component under an engine that lowers and lifts on its own.
struct ComponentAnswerTests {
  @Test func everyFieldArrivesAndLeavesAsTheOneThatItIs() throws {
    let run = try Program.tool("wasm-component-answers", [Artefacts.folder().path])
    let wrong = run.lines.filter { !$0.hasPrefix("right  ") }
    #expect(wrong == [])
    #expect(run.status == 0, "\(run.complaints)")
    #expect(run.lines.count == 21)
  }
}
