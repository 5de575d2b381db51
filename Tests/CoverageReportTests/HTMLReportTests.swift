import CoverageData
import CoverageReport
import FoundationEssentials
import Testing

/// The pages: complete, linked with each other, and in need of nothing else.
struct HTMLReportTests {
  @Test func everyLinkLeadsToAPlaceOfTheReport() throws {
    try Self.withPages(Example.raw(without: 1)) { folder, pages in
      for (page, html) in pages {
        for link in Self.values(of: "href", in: html) + Self.values(of: "src", in: html) {
          let parts = link.split(separator: "#", omittingEmptySubsequences: false)
          let target = parts[0].isEmpty ? page : Self.path(String(parts[0]), from: page)
          #expect(
            FileManager.default.fileExists(atPath: "\(folder)/\(target)"), "\(page): \(link)")
          guard parts.count == 2, let there = pages[target] else { continue }
          #expect(there.contains("id=\"\(parts[1])\""), "\(page): \(link)")
        }
      }
    }
  }

  @Test func nothingIsFetchedFromTheNetwork() throws {
    try Self.withPages(Example.raw) { folder, pages in
      let all =
        pages.values + [
          try Folder.read(folder + "/report.css"), try Folder.read(folder + "/report.js"),
        ]
      #expect(all.allSatisfy { !$0.contains("http:") && !$0.contains("https:") })
      #expect(all.allSatisfy { !$0.contains("@import") && !$0.contains("url(") })
    }
  }

  @Test func theFirstPageHasTheGapsBeforeTheFiles() throws {
    try Self.withPages(Example.raw(without: 1)) { _, pages in
      let index = try #require(pages["index.html"])
      let gap = try #require(index.firstRange(of: "is not shown to decide"))
      let files = try #require(index.firstRange(of: "<h2>Alpha</h2>"))
      #expect(gap.lowerBound < files.lowerBound)
      #expect(index.contains("href=\"files/Sources-Core-Alpha-Gate.swift.html#d7\""))
    }
  }

  @Test func aFullyCoveredReportSaysSo() throws {
    try Self.withPages(Example.raw) { _, pages in
      #expect(pages["index.html"]?.contains("None. Every condition is shown to decide") == true)
    }
  }

  @Test func theSourceIsThereWithItsDecisionMarked() throws {
    try Self.withPages(Example.raw(without: 1)) { _, pages in
      let page = try #require(pages["files/Sources-Core-Alpha-Gate.swift.html"])
      // Each part opens and closes its marks; b and c are not covered.
      #expect(
        page.contains(
          "<code>  guard "
            + "<span class=\"part gap\" data-item=\"d7\"><span class=\"condition ok\">a</span></span>"
            + "<span class=\"part gap\" data-item=\"d7\"> &amp;&amp; (</span>"
            + "<span class=\"part gap\" data-item=\"d7\"><span class=\"condition gap\">b</span></span>"
        ))
      #expect(page.contains("else { return no }</code>"))
    }
  }

  @Test func everyRowNamesItsTraceAndEvent() throws {
    try Self.withPages(Example.raw) { _, pages in
      let page = try #require(pages["files/Sources-Core-Alpha-Gate.swift.html"])
      for event in ["good.html#e17", "bad.html#e3", "bad.html#e8", "odd.html#e5"] {
        #expect(page.contains("href=\"../inputs/\(event)\""), "\(event)")
      }
      let trace = try #require(pages["inputs/bad.html"])
      #expect(trace.contains("href=\"../files/Sources-Core-Alpha-Gate.swift.html#d7\""))
    }
  }

  @Test func theTableShowsProofsAndWhatIsMissing() throws {
    try Self.withPages(Example.raw(without: 1)) { _, pages in
      let page = try #require(pages["files/Sources-Core-Alpha-Gate.swift.html"])
      #expect(page.contains("shown by rows 1 and 3"))
      // The proving pair of a, and the one row that would show b and c.
      #expect(page.components(separatedBy: "class=\"proof\"").count == 3)
      #expect(page.components(separatedBy: "<tr class=\"wanted\">").count == 2)
      #expect(page.contains("it would help to show 2, 3"))
    }
  }

  @Test func textOfTheSourceIsEscaped() throws {
    var manifest = Example.manifest
    manifest.decisions[0].text = "a < b && \"<script>\" == c"
    manifest.decisions[0].function = "f<T>()"
    try Self.withPages(Example.raw(without: 1), manifest) { _, pages in
      for html in pages.values {
        #expect(!html.contains("<script>"))
        #expect(!html.contains("f<T>"))
      }
    }
  }

  /// Makes the pages of the example, and hands them over by their paths.
  private static func withPages(
    _ raw: RawCoverage, _ manifest: CoverageManifest = Example.manifest,
    _ body: (String, [String: String]) throws -> Void
  ) throws {
    try Folder.with { folder in
      try Folder.write(Example.gateSource, to: "\(folder)/package/\(Example.gate)")
      try Folder.write(Example.lockSource, to: "\(folder)/package/\(Example.lock)")
      let pages = folder + "/pages"
      let result = try ReportFormatTests.run(raw, manifest) {
        $0.format = .html
        $0.sources = folder + "/package"
        $0.output = pages
      }
      #expect(result.standardOutput == pages + "/index.html\n")
      var read: [String: String] = [:]
      for path in try FileManager.default.subpathsOfDirectory(atPath: pages)
      where path.hasSuffix(".html") {
        read[path] = try Folder.read("\(pages)/\(path)")
      }
      #expect(read.count == 6)
      try body(pages, read)
    }
  }

  private static func values(of attribute: String, in html: String) -> [String] {
    html.components(separatedBy: " \(attribute)=\"").dropFirst().compactMap { rest in
      rest.split(separator: "\"", omittingEmptySubsequences: false).first.map(String.init)
    }
  }

  /// The path of a link, from the top folder.
  private static func path(_ link: String, from page: String) -> String {
    link.hasPrefix("../")
      ? String(link.dropFirst(3))
      : page.contains("/")
        ? page.split(separator: "/").dropLast().joined(separator: "/") + "/" + link : link
  }
}
