struct HTMLReport {
  init(_ report: CoverageReport, sources: String) {}
  func write(to folder: String) throws(CoverageReportError) {}
}
