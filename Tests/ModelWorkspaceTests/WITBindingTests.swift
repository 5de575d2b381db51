import Foundation
import Testing

/// The WIT is read by a parser that no one here wrote, and bound as it stands.
struct WITBindingTests {
  private func bind(_ wit: URL, world: String, to folder: URL) throws -> Finished {
    try Finished(
      Place.componentizePy,
      ["--wit-path", wit.path, "--world", world, "bindings", folder.appending(path: "out").path])
  }

  private func text(_ path: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appending(path: "out/wit_world/\(path)"), encoding: .utf8)
  }

  @Test func theSeamBindsWithTheNamesOfTheModel() throws {
    try Place.withFolder { folder in
      let wit = Place.root.appending(path: "wit/verified-core.wit")
      let run = try bind(wit, world: "verified-core", to: folder)
      #expect(run.status == 0, "\(run.output)")
      let inputs = try text("exports/__init__.py", in: folder)
      for function in ["message_in", "clock_in", "entropy_in"] {
        #expect(inputs.contains("def \(function)(self, value: "))
      }
      let outputs = try text("imports/host.py", in: folder)
      #expect(outputs.contains("def message_out(value: types.MessageOut) -> None:"))
      #expect(outputs.contains("def deadline_out(value: Optional[int]) -> None:"))
      #expect(outputs.contains("def entropy_wanted(value: int) -> None:"))
      let types = try text("imports/types.py", in: folder)
      for name in [
        "PeerHandle", "Role", "Datagram", "NodeConfiguration", "WindowOrder", "SendOrder",
        "Notice_SessionEstablished", "Command_CloseWindow", "PairingFailure_PeerReported",
        "MessageReport",
      ] {
        #expect(types.contains("class \(name)"), "\(name)")
      }
    }
  }

  @Test func aBrokenWITIsRefused() throws {
    try Place.withFolder { folder in
      let wit = folder.appending(path: "broken.wit")
      let text = try String(
        contentsOf: Place.root.appending(path: "wit/verified-core.wit"), encoding: .utf8)
      try text.replacing("type session-id = u16;", with: "")
        .write(to: wit, atomically: true, encoding: .utf8)
      #expect(try bind(wit, world: "verified-core", to: folder).status != 0)
    }
  }

  @Test func everyGoldenWITBinds() throws {
    let goldens = Place.root.appending(path: "Tests/SeamGeneratorTests/Golden")
    let names = try FileManager.default.contentsOfDirectory(atPath: goldens.path).sorted()
    #expect(names.count >= 12)
    for name in names {
      try Place.withFolder { folder in
        let wit = goldens.appending(path: "\(name)/expected.wit")
        let run = try bind(wit, world: "golden", to: folder)
        #expect(run.status == 0, "\(name): \(run.output)")
      }
    }
  }
}
