import Foundation
import SwiftIfConfig

/// What the compiler takes `#if` for, as it tells it itself.
enum BuildConfigurationReader {
  static func read(flags: [String]) throws(InstrumenterError) -> StaticBuildConfiguration {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["swift-frontend", "-frontend", "-print-static-build-config"]
      + flags.flatMap { ["-D", $0] }
    let pipe = Pipe()
    process.standardOutput = pipe
    do {
      try process.run()
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return try JSONDecoder().decode(StaticBuildConfiguration.self, from: data)
    } catch {
      throw .noBuildConfiguration
    }
  }
}
