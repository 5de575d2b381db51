import CommandLineInterface
import Glibc
import OperatingSystem

/// The package whose core is covered, and its script that instruments and replays.
struct CoveragePackage {
  /// From the root.
  let root: String

  /// - Parameter folder: nil for the package around the working directory or, if there is none,
  ///   around this program.
  init(_ folder: String?) throws(CommandFailure) {
    if let folder {
      guard let root = absolutePath(folder), Self.isPackage(root) else {
        throw CommandFailure(
          "--package \(printable(folder)): there is no tools/coverage; give the folder of matter-sim"
        )
      }
      self.root = root
      return
    }
    let starts = [".", "/proc/self/exe"].compactMap(absolutePath)
    guard let root = starts.lazy.compactMap(Self.package(around:)).first else {
      throw CommandFailure("there is no package of matter-sim around this folder; give --package")
    }
    self.root = root
  }

  /// Where the script leaves what it knows of the sources and of the run.
  var data: String { root + "/.build/mcdc" }
  /// Where pages go.
  var pages: String { root + "/.build/coverage" }

  /// nil when the package has none.
  var justifications: String? {
    let path = root + "/tools/coverage-justifications.json"
    return unsafe access(path, F_OK) == 0 ? path : nil
  }

  /// Instruments the core, builds it, and replays the traces through it. What the script has to
  /// say goes to standard error.
  /// - Parameter traces: paths from the root.
  func replay(_ traces: [String]) throws(CommandFailure) {
    let script = root + "/tools/coverage"
    let end: ProcessEnd
    do throws(SystemError) {
      end = try ForegroundProcess.run(script, ["--raw-only"] + traces)
    } catch {
      throw CommandFailure("\(printable(script)): \(error)")
    }
    guard end == .exited(status: 0) else {
      throw CommandFailure(
        "tools/coverage ended with status \(end.shellStatus); what it said above tells why")
    }
  }

  private static func package(around path: String) -> String? {
    var folder = path[...]
    while !folder.isEmpty {
      if isPackage(String(folder)) { return String(folder) }
      folder = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
    }
    return nil
  }

  private static func isPackage(_ folder: String) -> Bool {
    unsafe access(folder + "/tools/coverage", X_OK) == 0
  }
}
