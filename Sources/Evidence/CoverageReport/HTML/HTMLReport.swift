import CoverageData
import FoundationEssentials

/// The report as pages: `index.html`, one page for each source and one for each input, a style
/// sheet and a script. They need a browser and nothing else, no network and no server; without
/// scripts the tables still open.
struct HTMLReport {
  private let report: CoverageReport
  /// The folder that the paths of the sources begin at.
  private let sources: String

  init(_ report: CoverageReport, sources: String) {
    self.report = report
    self.sources = sources
  }

  func write(to folder: String) throws(CoverageReportError) {
    let names = HTMLNames(report)
    for below in ["", "/files", "/inputs"] { try makeFolder(folder + below) }
    try write(HTMLStyle.sheet, to: folder + "/report.css")
    try write(HTMLScript.text, to: folder + "/report.js")
    try write(HTMLIndexPage(report, names).html, to: folder + "/index.html")
    for file in report.modules.flatMap(\.files) {
      let page = HTMLFilePage(file, source: try source(of: file), report, names)
      try write(page.html, to: "\(folder)/\(names.page(of: file))")
    }
    let pages = HTMLInputPages(report, names)
    for input in report.inputs.indices {
      try write(pages.html(of: input), to: "\(folder)/\(names.page(ofInput: input))")
    }
  }

  private func source(of file: FileReport) throws(CoverageReportError) -> String {
    let path = sources.isEmpty ? file.path : "\(sources)/\(file.path)"
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw .sourceMissing(path)
    }
    return String(decoding: data, as: UTF8.self)
  }

  private func makeFolder(_ path: String) throws(CoverageReportError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .file(.unwritable(path))
    }
  }

  private func write(_ text: String, to path: String) throws(CoverageReportError) {
    do {
      try Data(text.utf8).write(to: URL(filePath: path))
    } catch {
      throw .file(.unwritable(path))
    }
  }
}
