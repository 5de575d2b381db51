import Foundation

/// A shell script that stands in for a core, and is deleted with this.
final class Script {
  let path: String

  init(_ text: String) throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "matter-sim-\(UUID().uuidString)")
    try "#!/bin/sh\n\(text)\n".write(to: file, atomically: true, encoding: .utf8)
    // A copy that another process makes: what this process had open for writing cannot be run while
    // a child of a test beside this one still holds its descriptor.
    path = file.path + ".sh"
    let install = Process()
    install.executableURL = URL(filePath: "/usr/bin/install")
    install.arguments = ["-m", "700", file.path, path]
    try install.run()
    install.waitUntilExit()
    try FileManager.default.removeItem(at: file)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
